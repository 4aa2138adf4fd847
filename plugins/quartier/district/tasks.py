"""Open tasks, carried on from sitting to sitting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from quartier.district.sittings import Sitting
from quartier.model.memory import Meeting
from quartier.model.minutes import Task, TaskState
from quartier.model.nearest import fold, nearest
from quartier.model.problem import Problem


@dataclass(frozen=True, slots=True)
class CarriedTask:
    """A task as it was last said, with the sitting that first gave it."""

    task: Task
    given_in: Meeting
    given_on: date

    def overdue_on(self, day: date) -> bool:
        """Whether its last day has passed."""
        return self.task.due is not None and self.task.due < day


def open_tasks(sittings: Iterable[Sitting], body: str, before: date) -> tuple[CarriedTask, ...]:
    """The tasks of a body that are open when it meets on the day ``before``, the oldest first.

    A later sitting of the same body changes a task by naming its title again.
    """
    carried: dict[str, CarriedTask] = {}
    for sitting in _of_body(sittings, body):
        if sitting.day >= before:
            break
        for task in sitting.minutes.tasks:
            _carry(task, sitting, carried)
    return tuple(entry for entry in carried.values() if entry.task.state is TaskState.OPEN)


def check_tasks(sittings: Iterable[Sitting]) -> Iterator[Problem]:
    """Warnings for tasks that are reported done under a title nobody gave, where an open one is near."""
    sittings = list(sittings)
    for sitting in sittings:
        closed = [task for task in sitting.minutes.tasks if task.state is not TaskState.OPEN]
        if not closed:
            continue
        earlier = [one for body in sitting.meeting.bodies for one in open_tasks(sittings, body, sitting.day)]
        titles = {one.task.title for one in earlier}
        for task in closed:
            guess = nearest(task.title, titles)
            if guess and fold(guess) != fold(task.title):
                message = f"Eine offene Aufgabe »{task.title}« gibt es nicht."
                path = sitting.meeting.source.path
                yield Problem(path, task.mark, message, f"Meinten Sie »{guess}«?", severity="warning")


def _of_body(sittings: Iterable[Sitting], body: str) -> list[Sitting]:
    return sorted((one for one in sittings if body in one.meeting.bodies), key=lambda one: one.order)


def _carry(task: Task, sitting: Sitting, carried: dict[str, CarriedTask]) -> None:
    earlier = carried.get(fold(task.title))
    if earlier is None or earlier.task.state is not TaskState.OPEN:
        carried[fold(task.title)] = CarriedTask(task, sitting.meeting, sitting.day)
    else:
        carried[fold(task.title)] = CarriedTask(task, earlier.given_in, earlier.given_on)
