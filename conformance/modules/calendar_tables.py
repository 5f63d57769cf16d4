# calendar: texts, tables, leap rules, week starts.
import calendar

print calendar.month(2024, 2)
calendar.setfirstweekday(6)
print calendar.month(2023, 10, w=3, l=1)
print calendar.calendar(1900, w=2, l=1, c=2, m=4)
try:
    calendar.setfirstweekday(7)
except Exception as e:
    print type(e).__name__, e
calendar.setfirstweekday(0)
for y in (1, 4, 100, 400, 1900, 2000, 2023, 2024, 9996):
    print y, calendar.isleap(y), calendar.leapdays(1, y), calendar.monthrange(y, 2), calendar.weekday(y, 3, 1)
for bad in ((2000, 0), (2000, 13), (0, 1), (10000, 1)):
    try:
        print calendar.monthrange(*bad)
    except Exception as e:
        print bad, type(e).__name__, e
print calendar.monthcalendar(2015, 2), calendar.Calendar(6).monthdays2calendar(2015, 2)
c = calendar.Calendar(3)
print list(c.iterweekdays()), [str(d) for d in c.itermonthdates(2011, 2)][:8], list(c.itermonthdays(2011, 2))
print list(c.itermonthdays2(2011, 2))[:9], len(c.yeardayscalendar(2011, 4)), len(c.yeardays2calendar(2011, 1)[0][0])
print calendar.TextCalendar(2).formatweekheader(5), calendar.TextCalendar().formatmonthname(2001, 3, 20, False), '|'
print calendar.TextCalendar().formatday(5, 0, 4), repr(calendar.TextCalendar().formatday(0, 0, 3))
h = calendar.HTMLCalendar(6)
print h.formatmonth(2010, 5)
print h.formatyear(2010, 12)[:300]
print len(h.formatyearpage(2010, 3)), h.formatday(3, 2), h.formatday(0, 2), h.formatweekday(0)
print calendar.timegm((1970, 1, 1, 0, 0, 0)), calendar.timegm((2038, 1, 19, 3, 14, 8, 9, 9, 9)), calendar.timegm((1900, 3, 1, 12, 0, 0))
print list(calendar.month_name), list(calendar.day_abbr), calendar.day_name[-1], calendar.month_abbr[1:3], len(calendar.day_name)
for index in (7, 'x'):
    try:
        print calendar.day_name[index]
    except Exception as e:
        print type(e).__name__, e
print [issubclass(e, ValueError) for e in (calendar.IllegalMonthError, calendar.IllegalWeekdayError)], calendar.IllegalMonthError(14)
