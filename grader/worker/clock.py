"""The engine, and the clock that moves its epoch."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import wasmtime

TICK = 0.005
"""Seconds of processor time that one epoch lasts."""

LOOK = 0.04
"""Seconds between two looks of the clock whether a job has begun."""

BEAT = 0.25
"""Seconds between two signs of life while a job runs."""

ROUND = 4
"""Ticks between two looks at what a job wrote into its folder."""


def new_engine() -> wasmtime.Engine:
    """An engine whose settings must be the same for compiling and for running."""
    config = wasmtime.Config()
    config.epoch_interruption = True
    config.wasm_component_model = True
    config.max_wasm_stack = 2 * 1024 * 1024
    return wasmtime.Engine(config)


class Clock:
    """Moves the engine's epoch forward by the processor time of this process, while a job runs.

    Its thread looks by itself whether a job has begun: to wake it would take longer than most jobs.
    """

    def __init__(self, engine: wasmtime.Engine) -> None:
        self._engine = engine
        self._running = False
        self._counted = 0.0
        self._over: Callable[[], bool] | None = None
        self._beat: Callable[[], None] | None = None
        self._beats = threading.Lock()
        self._ticks_left = self._job = 0
        threading.Thread(target=self._tick, daemon=True).start()

    def start(self, ticks: int, over: Callable[[], bool], beat: Callable[[], None]) -> None:
        """Count from here. When `over` says so, the job is stopped as if its `ticks` were used up.

        `beat` is called every `BEAT` seconds, and never once `stop` has come back.
        """
        self._counted = time.process_time()
        self._over, self._beat, self._ticks_left = over, beat, ticks
        self._job += 1
        self._running = True

    def stop(self) -> None:
        """Stop counting: nothing runs."""
        with self._beats:
            self._running = False

    def _tick(self) -> None:
        rounds, beaten = 0, 0.0
        while True:
            time.sleep(TICK if self._running else LOOK)
            while self._running and time.process_time() - self._counted > TICK:
                self._counted += TICK
                self._ticks_left -= 1
                self._engine.increment_epoch()
            if self._running and time.monotonic() - beaten > BEAT:
                beaten = time.monotonic()
                with self._beats:
                    if self._running and self._beat:
                        self._beat()
            rounds += 1
            job = self._job
            if self._running and rounds % ROUND == 0 and self._over and self._over() and self._job == job:
                for _ in range(self._ticks_left + 1):
                    self._engine.increment_epoch()
