"""The installed PySide6 keeps its references: 6.12.0 on Python 3.11 drops one a call and aborts the process."""

import subprocess
import sys

LABELS = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Bell(QObject):
    rung = Signal()

application = QApplication([])
label, bell = QLabel(), Bell()
before = [sys.getrefcount(thing) for thing in (None, True, False)]
for number in range(100_000):
    label.setText(str(number))
    label.setEnabled(True)
    bell.rung.emit()
after = [sys.getrefcount(thing) for thing in (None, True, False)]
drift = max(abs(old - new) for old, new in zip(before, after))
sys.exit(f"The reference counts moved by {drift}." if drift > 1_000 else 0)
"""


def test_100_000_calls_leave_none_and_true_as_they_were() -> None:
    done = subprocess.run([sys.executable, "-c", LABELS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
