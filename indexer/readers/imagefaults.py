"""What Pillow is known to raise on broken files, for all who open one."""

import struct

from PIL import Image, UnidentifiedImageError

BROKEN = (
    *(UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError),
    *(TypeError, LookupError, ArithmeticError, struct.error),
)
"""The last four where the tags of a later frame make no sense."""
