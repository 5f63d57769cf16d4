# calendar: text and HTML, other first days, odd months, errors, leap years, iterators of dates.
import calendar, datetime
def t(f, *a, **k):
    try: print f(*a, **k)
    except Exception as e: print type(e).__name__, e
for y in (1900, 1999, 2000, 2004, 2100, 0, -4, 4): print y, calendar.isleap(y), calendar.leapdays(min(y, 2000), 2000),
print
for a in ((2000, 1), (2000, 2), (1999, 2), (2000, 13), (2000, 0), (10, 1), (0, 1), (9999, 12)): t(calendar.monthrange, *a); t(calendar.weekday, a[0], a[1], 1)
t(calendar.month, 2001, 2); t(calendar.month, 2001, 2, 4, 2); t(calendar.month, 2001, 13); t(calendar.monthcalendar, 2000, 2); t(calendar.calendar, 2001, 2, 1, 6, 4); t(calendar.weekheader, 2); t(calendar.weekheader, 9); t(calendar.weekheader, 0); t(calendar.timegm, (1970, 1, 2, 3, 4, 5)); t(calendar.timegm, (1969, 12, 31, 23, 59, 59, 0, 0, 0)); t(calendar.timegm, (1970, 1)); t(calendar.firstweekday); t(calendar.setfirstweekday, 6); t(calendar.monthcalendar, 2000, 2); t(calendar.setfirstweekday, 7); t(calendar.setfirstweekday, -1); t(calendar.setfirstweekday, 0); t(calendar.prmonth, 2000, 2); t(calendar.prweek, range(7), 3) if hasattr(calendar, 'prweek') else None
c = calendar.Calendar(3); print c.firstweekday, list(c.iterweekdays()), list(c.itermonthdays(2015, 2)), list(c.itermonthdays2(2015, 2))[:4], [str(d) for d in c.itermonthdates(2015, 2)][:3], c.monthdayscalendar(2015, 2)[0], c.monthdays2calendar(2015, 2)[-1], [[str(d) for d in w][0] for w in c.monthdatescalendar(2015, 2)], len(c.yeardayscalendar(2015, 4)), len(c.yeardatescalendar(2015)[0]), c.yeardays2calendar(2015, 5)[2][1][0]
c.firstweekday = 10; print c.getfirstweekday(), c.firstweekday; c.setfirstweekday(-3); print c.firstweekday, c.getfirstweekday(); t(lambda: list(c.itermonthdates(9999, 12))[-1]); t(lambda: list(c.itermonthdates(1, 1))[0])
tc = calendar.TextCalendar(6)
for a in ((2001, 9), (2001, 9, 3, 1), (2001, 9, 10, 0)): t(tc.formatmonth, *a)
t(tc.formatyear, 2003, 2, 1, 1, 6); t(tc.formatweek, [(1, 0), (2, 1), (0, 6)], 4); t(tc.formatweekheader, 5); t(tc.formatweekday, 2, 20); t(tc.formatweekday, 2, 3); t(tc.formatday, 0, 1, 4); t(tc.formatday, 31, 1, 1); t(tc.formatmonthname, 2000, 1, 20); t(tc.formatmonthname, 2000, 1, 20, False); tc.prmonth(2002, 2); tc.prweek([(5, 4)], 3); print
h = calendar.HTMLCalendar()
t(h.formatmonth, 2001, 2); t(h.formatyearpage, 2001, 6, None, 'ascii'); t(h.formatday, 0, 3); t(h.formatday, 5, 3); t(h.formatweek, [(1, 0)]); t(h.formatweekheader); t(h.formatmonthname, 2000, 5); t(h.formatmonthname, 2000, 5, False); print len(h.formatyear(2000)), h.cssclasses
class Sub(calendar.TextCalendar):
    def formatday(self, d, w, width): return ('*%d' % d if d == 13 else str(d or '')).center(width)
    def formatweekday(self, d, width): return 'd%d' % d
t(Sub().formatmonth, 2001, 4); print list(calendar.month_name), list(calendar.day_abbr), calendar.month_abbr[3:5], calendar.day_name[-1], len(calendar.month_name), calendar.MONDAY, calendar.mdays, calendar.January; t(lambda: calendar.month_name[13]); t(lambda: calendar.day_name['a']); e = calendar.IllegalMonthError(13); print e, repr(e), isinstance(e, ValueError); print calendar.IllegalWeekdayError(9); print calendar.EPOCH, calendar.datetime is datetime
lc = calendar.LocaleTextCalendar(0, 'C'); t(lc.formatmonth, 2001, 2); t(calendar.LocaleHTMLCalendar(0, 'C').formatmonthname, 2000, 1); t(calendar.LocaleTextCalendar(0, 'xx_NOPE').formatmonth, 2001, 2)
calendar.main(['calendar', '2001', '2']); t(calendar.main, ['calendar', '-t', 'html', '2001'][:3]) if 0 else None
