// Reads one JSON object a line ({calendar, first, last}) and answers each with the dates ical.js shows, one line.
import { createInterface } from "node:readline";
import ICAL from "ical.js";

const text = (time) => time.toString().slice(0, 16);

function* dates(event, last) {
  if (!event.isRecurring()) {
    yield { item: event, startDate: event.startDate, endDate: event.endDate };
    return;
  }
  const walk = event.iterator();
  for (let next = walk.next(); next && next.compare(last) < 0; next = walk.next()) {
    yield event.getOccurrenceDetails(next);
  }
}

function shown({ calendar, first, last }) {
  const root = new ICAL.Component(ICAL.parse(calendar));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const components = root.getAllSubcomponents("vevent");
  const events = components.filter((one) => !one.hasProperty("recurrence-id")).map((one) => new ICAL.Event(one));
  const found = [];
  for (const event of events) {
    for (const { item, startDate, endDate } of dates(event, ICAL.Time.fromString(last))) {
      found.push([item.uid, text(startDate), text(endDate), item.summary]);
    }
  }
  return found.filter(([, start]) => start >= first && start < last);
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(shown(JSON.parse(line))));
}
