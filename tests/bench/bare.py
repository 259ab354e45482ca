"""The reference for starting: a window of PySide6 with one label and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(sys.argv)
label = QLabel("Greenroom")
label.resize(1280, 800)
label.show()
application.exec()
