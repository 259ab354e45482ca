"""Draws portraits and icons from their SVG; the only file that imports QtSvg."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from greenroom.toml_file import read_toml

_ICON_INK = b"#000000"
"""The colour in an icon's file that stands for the colour it is shown in."""


def draw_portrait(source: Path, person: str, view: str, size: float, *, dark: bool) -> QImage:
    """Draw a person on their disc; `view` names the part of the drawing to show."""
    table = read_toml(source.with_name("portraits.toml"))
    square = _empty_image(size)
    square.fill(QColor(table[person]["disc_dark" if dark else "disc"]))
    _draw(source.read_bytes(), square, QRectF(*table[view]))
    return _cut_round(QBrush(square), size)


def draw_disc(colour: QColor, size: float) -> QImage:
    """Draw the disc that stands for a person nobody has drawn."""
    return _cut_round(QBrush(colour), size)


def draw_icon(source: Path, ink: str, size: float) -> QImage:
    """Draw an icon in the colour `ink`."""
    image = _empty_image(size)
    _draw(source.read_bytes().replace(_ICON_INK, ink.encode()), image)
    return image


def _cut_round(brush: QBrush, size: float) -> QImage:
    image = _empty_image(size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawEllipse(QRectF(0, 0, size, size))  # a painter's clip path would have jagged edges
    painter.end()
    return image


def _draw(svg: bytes, image: QImage, crop: QRectF | None = None) -> None:
    renderer = QSvgRenderer(QByteArray(svg))
    if crop:
        renderer.setViewBox(crop)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()


def _empty_image(size: float) -> QImage:
    image = QImage(round(size), round(size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
