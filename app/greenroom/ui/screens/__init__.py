"""What fills the window beside the rail, a file each; no screen knows another."""
