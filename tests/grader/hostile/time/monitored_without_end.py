# verdict: timed_out
# as: output
import sys

tool = sys.monitoring
tool.use_tool_id(3, "slow")
tool.set_events(3, tool.events.PY_START | tool.events.LINE | tool.events.CALL)
for event in (tool.events.PY_START, tool.events.LINE, tool.events.CALL):
    tool.register_callback(3, event, lambda *_: [None for _ in iter(int, 1)])


def work():
    return 1


work()
