"""Which days, times, labels and remarks of a phrase belong together."""

from __future__ import annotations

from dataclasses import dataclass, field

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.items import (
    Bound,
    Cancelled,
    DateRange,
    Days,
    Event,
    Filler,
    Interval,
    Item,
    Label,
    Moved,
    Note,
    Only,
    Parity,
    Section,
    Segment,
    Slot,
    Times,
    Without,
)
from quartier.schedule.phrase.sections import DAYS, check_weekday, names_dates, refuse_mixed, with_ranges_as_bounds
from quartier.schedule.rule import Dates

CORE = (*DAYS, Times)
RHYTHM = (Interval, Parity)
MODIFIERS = (Bound, Only, Without, Interval, Parity)


def make_section(cursor: Cursor, items: list[Item]) -> Section:
    """The slots of one part. Refuses what could belong to several."""
    items = [item for item in with_ranges_as_bounds(items) if not isinstance(item.content, Filler)]
    section = Section()
    refuse_mixed(cursor, items)
    core = [n for n, item in enumerate(items) if isinstance(item.content, CORE)]
    times_first = bool(core) and isinstance(items[core[0]].content, Times) and len(core) > 1
    builder = _Builder(cursor, section, times_first)
    for n, item in enumerate(items):
        builder.add(item, ahead=items[n + 1] if n + 1 < len(items) else None, last=bool(core) and n > core[-1])
    builder.finish(items, core)
    return section


@dataclass(slots=True)
class _Builder:
    cursor: Cursor
    section: Section
    times_first: bool
    slot: Slot | None = None
    before: Item | None = None
    label: str = ""
    pending: list[Item] = field(default_factory=list)
    middle: list[Item] = field(default_factory=list)

    def add(self, item: Item, ahead: Item | None, *, last: bool) -> None:
        """Puts an item where it belongs."""
        match item.content:
            case Days() | Event() | DateRange():
                self._add_days(item)
            case Times():
                self._add_times(item)
            case Label(text):
                self._add_label(item, text, ahead)
            case Note(text):
                self._add_note(item, text, last=last)
            case Cancelled() | Moved():
                self.section.deeds.append(item)
            case _:
                self._add_modifier(item, ahead, last=last)
        self.before = item

    def _new_slot(self, item: Item) -> Slot:
        self.slot = Slot(item.start)
        self.section.slots.append(self.slot)
        return self.slot

    def _add_days(self, item: Item) -> None:
        slot = self.slot
        filled = slot is not None and (bool(slot.days) if self.times_first else bool(slot.segments))
        event = isinstance(item.content, Event) or (slot and any(isinstance(one.content, Event) for one in slot.days))
        alone = filled and slot.days and len(self.section.slots) == 1
        if alone and ":" in item.separators and names_dates(slot.days[-1], item):
            check_weekday(self.cursor, slot.days.pop(), item)
        elif slot is None or event or (filled and not self.times_first):
            slot = self._new_slot(item)
        elif slot.days and not filled and names_dates(slot.days[-1], item):
            check_weekday(self.cursor, slot.days.pop(), item)
        elif slot.days:
            self._check_joined(slot.days[-1], item)
        slot.days.append(item)
        slot.modifiers += self.pending
        self.pending = []

    def _check_joined(self, earlier: Item, item: Item) -> None:
        dates = all(
            isinstance(one.content, DateRange) or all(isinstance(p, Dates) for p in one.content.patterns)
            for one in (earlier, item)
        )
        if "+" not in item.separators and not (dates and "," in item.separators) and item.start != earlier.start:
            said = self.cursor.text(item.start, item.end)
            self.cursor.refuse(
                f"Wie gehört »{said}« zu den Tagen davor? Schreiben Sie »und« dazwischen oder jede Angabe "
                "in eine eigene Zeile.",
                item.start,
            )

    def _add_times(self, item: Item) -> None:
        slot = self.slot
        if slot is None or (self.times_first and slot.days):
            slot = self._new_slot(item)
        elif slot.segments:
            remark = self.before is not None and isinstance(self.before.content, Label | Note)
            if any(isinstance(one.content, Event) for one in slot.days) or not (remark or ";" in item.separators):
                said = self.cursor.text(item.start, item.end)
                self.cursor.refuse(f"Zu welchem Tag gehört die Zeit »{said}«? Schreiben Sie den Tag davor.", item.start)
        if any(isinstance(one.content, Event) for one in slot.days):
            self.cursor.refuse("Anfang und Ende sind schon genannt.", item.start)
        slot.segments.append(Segment(item.content.spans, self.label))
        self.label = ""

    def _add_label(self, item: Item, text: str, ahead: Item | None) -> None:
        leads = ahead is not None and isinstance(ahead.content, Times) and not ahead.separators.strip(":")
        if leads and not item.bracket and self.slot is not None:
            if isinstance(self.before.content, Times) and not item.separators:
                self.cursor.refuse(
                    f"Zu welcher Zeit gehört »{text}«? Setzen Sie ein Komma davor oder dahinter.", item.start
                )
            self.label = text
            return
        target = self.slot.segments[-1] if self.slot and self.slot.segments else self.slot or self._new_slot(item)
        if target.label:
            self.cursor.refuse(
                f"Zu »{target.label}« steht noch eine zweite Angabe, für wen es ist: »{text}«.", item.start
            )
        target.label = text

    def _add_note(self, item: Item, text: str, *, last: bool) -> None:
        own = item.bracket and self.slot is not None and len(self.slot.segments) > 1
        if self.slot is None or (last and not own):
            self.section.modifiers.append(item)
        elif self.slot.segments:
            self.slot.segments[-1].notes.append(text)
        else:
            self.slot.notes.append(text)

    def _add_modifier(self, item: Item, ahead: Item | None, *, last: bool) -> None:
        if isinstance(item.content, Without) and not item.content.periods:
            self.section.modifiers.append(item)  # a weekday can only be taken out where it is
            return
        followed = ahead is not None and isinstance(ahead.content, DAYS) and not ahead.separators.strip(":")
        if item.bracket and self.slot is not None:
            self.slot.modifiers.append(item)
        elif self.slot is None or last:
            self.section.modifiers.append(item)
            self.section.leading = self.section.leading or (self.slot is None and not isinstance(item.content, RHYTHM))
        elif followed and self.slot.segments:
            self.pending.append(item)
            self.middle.append(item)
        else:
            self.slot.modifiers.append(item)
            self.middle.append(item)

    def finish(self, items: list[Item], core: list[int]) -> None:
        """Refuses modifiers that may hold for one slot or for all."""
        section = self.section
        if any(not slot.days and not slot.segments for slot in section.slots):
            empty = next(slot for slot in section.slots if not slot.days and not slot.segments)
            if len(section.slots) > 1:
                other = next(slot for slot in section.slots if slot is not empty)
                other.label = other.label or empty.label
                section.slots.remove(empty)
        if len(section.slots) < 2:
            for slot in section.slots:
                section.modifiers += slot.modifiers
                slot.modifiers = []
            return
        behind = core[-1] if core else -1
        for n, item in enumerate(items):
            if item.bracket and n > behind and isinstance(item.content, MODIFIERS) and not self._everywhere(item):
                self._widen(item)
        self._check_middle(items)

    def _everywhere(self, item: Item) -> bool:
        """Whether every slot has such brackets of its own."""
        kind = type(item.content)
        return all(
            any(one.bracket and isinstance(one.content, kind) for one in slot.modifiers) for slot in self.section.slots
        )

    def _widen(self, item: Item) -> None:
        """What is left out in brackets at the very end is left out everywhere, and said so."""
        if not isinstance(item.content, Without):
            self._refuse_scope(item)
        self.section.slots[-1].modifiers.remove(item)
        self.section.modifiers.append(item)
        said = self.cursor.text(item.start, item.end).strip("()")
        self.cursor.warn(f"»{said}« gilt hier für alle genannten Zeiten.", item.start)

    def _check_middle(self, items: list[Item]) -> None:
        slots = self.section.slots
        leading = [item for item in self.section.modifiers if item.start < slots[0].at]
        bounds = [item for item in self.middle if not isinstance(item.content, RHYTHM)]
        if bounds:
            if not leading or not all(any(m in bounds for m in slot.modifiers) for slot in slots[1:]):
                self._refuse_scope(bounds[0])
            for item in leading:
                slots[0].modifiers.append(item)
                self.section.modifiers.remove(item)
        rhythms = [item for item in self.section.modifiers if isinstance(item.content, RHYTHM)]
        own = [slot for slot in slots if any(isinstance(item.content, RHYTHM) for item in slot.modifiers)]
        for item in rhythms:
            if not own and item.start > slots[-1].at:
                self._refuse_scope(item)
            target = slots[0] if item.start < slots[0].at or item.start < slots[1].at else slots[-1]
            target.modifiers.append(item)
            self.section.modifiers.remove(item)
        count = sum(any(isinstance(item.content, RHYTHM) for item in slot.modifiers) for slot in slots)
        first = any(isinstance(item.content, RHYTHM) for item in slots[0].modifiers)
        if rhythms and count < len(slots) and first:
            self._refuse_scope(rhythms[0])

    def _refuse_scope(self, item: Item) -> None:
        said = self.cursor.text(item.start, item.end)
        self.cursor.refuse(
            f"Gilt »{said}« für alle Zeiten oder nur für eine? Schreiben Sie jede Zeit in eine eigene Zeile, "
            "oder für alle ganz ans Ende, nach einem Komma und ohne Klammer.",
            item.start,
        )
