"""moto_server, with one fault mended in its favour: its StartExecution deep-copies the state machine and with it all earlier executions, and fails from the
second one of an account on ("cannot pickle '_thread.RLock' object"). Here the copy is shallow."""
import copy
import sys

from moto.server import main
from moto.stepfunctions.models import StateMachine

StateMachine.__deepcopy__ = lambda self, memo: copy.copy(self)
sys.argv[0] = "moto_server"
main(sys.argv[1:])
