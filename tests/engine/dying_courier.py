"""A server that is killed after a channel has taken a message and before that is noted: argument 1 is the database."""

import os
import signal
import sys

from gim_manager.domain.channel import Channel
from gim_manager.domain.notice import Notice
from gim_manager.domain.options import Options
from gim_manager.engine.alarms import Alarms
from gim_manager.engine.clock import SystemClock
from gim_manager.engine.sending import send
from gim_manager.store.connect import open_database


def send_and_die(options: Options, channel: Channel, notice: Notice) -> None:
    send(options, channel, notice)
    os.kill(os.getpid(), signal.SIGKILL)


dying = Alarms(open_database(sys.argv[1]), SystemClock(), lambda connection: True, sender=send_and_die)
for waiting in dying.look():
    dying.deliver(waiting)
