# small: 1
"""A calendar's work: arithmetic, comparison, fields and texts of dates, times and durations."""
import sys
from datetime import date, datetime, time, timedelta, tzinfo


class Offset(tzinfo):
    def __init__(self, minutes):
        self.offset = timedelta(minutes=minutes)

    def utcoffset(self, when):
        return self.offset

    def dst(self, when):
        return timedelta(0)

    def tzname(self, when):
        return 'off'


def calendar(days):
    day = date(1999, 12, 31)
    step = timedelta(1)
    weekdays = [0] * 7
    ordinals = 0
    for i in xrange(days):
        day += step
        weekdays[day.weekday()] += 1
        ordinals += day.toordinal() + day.year - day.month * day.day
    return day, weekdays, ordinals


def schedule(count):
    start = datetime(2010, 1, 1, 8, 30)
    step = timedelta(hours=7, minutes=13, seconds=5, microseconds=77)
    events = [start + step * i for i in xrange(count)]
    late = [e for e in events if e.hour >= 18 or e.time() < time(6)]
    gaps = sum((b - a for a, b in zip(events, events[1:])), timedelta())
    events.sort(key=lambda e: (e.minute, e))
    return len(late), gaps, events[0], events[-1]


def searching(count):
    times = [datetime(2000 + i % 30, 1 + i % 12, 1 + i % 28, i % 24, i % 60) for i in xrange(count)]
    low = min(times)
    high = max(times)
    middle = low + (high - low) // 2
    before = sum(1 for t in times if t < middle)
    same = sum(1 for t in times if t == low)
    return low, high, middle, before, same, len(set(times))


def texts(count):
    when = datetime(2012, 2, 27, 23, 58, 59, 999000)
    step = timedelta(seconds=61, microseconds=1000)
    length = 0
    for i in xrange(count):
        when += step
        length += len(when.isoformat()) + len(str(when.date()))
        if i % 4 == 0:
            length += len(when.strftime('%Y-%m-%d %H:%M:%S %j'))
    return when.isoformat(' '), length


def zones(count):
    east, west = Offset(120), Offset(-300)
    base = datetime(2015, 6, 1, 12, tzinfo=east)
    total = timedelta()
    for i in xrange(count):
        there = base.replace(minute=i % 60, tzinfo=west)
        if there > base:
            total += there - base
    return total, base.astimezone(west).isoformat()


def durations(count):
    total = timedelta()
    for i in xrange(count):
        d = timedelta(seconds=i, microseconds=i * 7)
        total += abs(-d * 3) // 2
        if d > total:
            total -= d
    return total, total.total_seconds(), total.days


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    print('%s %s %d' % calendar(15000 * n))
    print('%d %s %s %s' % schedule(8000 * n))
    print('%s %s %s %d %d %d' % searching(10000 * n))
    print('%s %d' % texts(8000 * n))
    print('%s %s' % zones(5000 * n))
    print('%s %r %d' % durations(20000 * n))


if __name__ == '__main__':
    main()
