# Windows of curses: what they do, what they show, and what is said of wrong arguments.
import curses
import tempfile

import _terminal
from _terminal import outcome

print outcome(curses.beep), outcome(curses.doupdate, 1), outcome(curses.newwin), outcome(curses.tigetnum, 'cols')
print outcome(curses.napms, 1), outcome(curses.color_pair), outcome(curses.unctrl)
print curses.error, curses.error.__bases__, curses.version


def screen(w):
    return [w.instr(y, 0).rstrip() for y in range(w.getmaxyx()[0])]


def windows(say):
    stdscr = curses.initscr()
    say(type(stdscr), len([n for n in dir(stdscr) if not n.startswith('_')]), stdscr.getmaxyx())
    say(outcome(type(stdscr)), '|', outcome(lambda: stdscr.nothing), '|', outcome(setattr, stdscr, 'x', 1))
    say(curses.LINES, curses.COLS, curses.termname(), curses.isendwin(), curses.has_il())
    w = curses.newwin(5, 20, 2, 3)
    say(w.getbegyx(), w.getmaxyx(), w.getparyx(), w.getyx())
    w.addstr('hello')
    w.addstr(1, 2, 'there', curses.A_BOLD)
    w.addnstr(2, 0, 'not all of it', 7)
    w.addch('!')
    w.addch(3, 3, 65, curses.A_REVERSE)
    w.hline(4, 0, '-', 10)
    w.vline(0, 18, '|', 4)
    w.insstr(0, 0, '>> ')
    w.insch(1, 0, '*')
    w.delch(2, 0)
    say(screen(w))
    say(hex(w.inch(1, 3)), hex(w.inch(3, 3)), w.getyx(), repr(w.instr(1, 3, 3)), repr(w.instr(0, 0, 0)))
    w.chgat(0, 0, 4, curses.A_UNDERLINE)
    say([hex(w.inch(0, x)) for x in (3, 4)])
    w.attrset(curses.A_BOLD)
    w.attron(curses.A_BLINK)
    w.attroff(curses.A_BOLD)
    w.addch(4, 15, 'x')
    say(hex(w.inch(4, 15)))
    w.standout()
    w.standend()
    w.border('l', 'r', 't', 'b', 1, 2, 3, 4)
    w.box('|', '-')
    w.bkgd('.')
    say(screen(w), hex(w.getbkgd()))
    part = w.derwin(2, 6, 1, 1)
    part.erase()
    part.addstr('part')
    # Kept: a subwindow that goes touches its parent.
    kept = w.subwin(3, 5)
    say(screen(w), part.getparyx(), part.getbegyx(), kept.getmaxyx())
    w.scrollok(1)
    w.setscrreg(0, 3)
    w.scroll(1)
    w.insertln()
    w.deleteln()
    w.insdelln(-1)
    say(screen(w))
    w.touchline(0, 2, 0)
    say(w.is_wintouched(), w.is_linetouched(0), w.is_linetouched(3), w.enclose(2, 3), w.enclose(0, 0))
    other = curses.newwin(3, 20, 0, 0)
    other.addstr(1, 1, 'over')
    say(other.overlay(w), other.overwrite(w, 0, 0, 3, 0, 4, 5), screen(w))
    with tempfile.TemporaryFile() as f:
        f.write('before')
        w.putwin(f)
        f.write('behind')
        f.seek(6)
        back = curses.getwin(f)
        say(screen(back) == screen(w), back.getbegyx(), f.read())
        f.seek(2)
        say(outcome(curses.getwin, f), '|', outcome(curses.getwin, 1), '|', outcome(w.putwin, 'x'))
    pad = curses.newpad(50, 100)
    pad.addstr(10, 10, 'pad')
    say(outcome(pad.refresh), '|', outcome(pad.noutrefresh, 10, 10, 0, 0, 2, 5), '|', pad.subpad(5, 5).getmaxyx())
    for args in ((), (1,), ('ab',), (1, 2), (1, 2, 'ab'), (50, 50, 'a'), (1, 2, 3, 4, 5), (None,), (u'a',), ('',), (2 ** 70,)):
        say('addch', args, outcome(w.addch, *args))
    for args in ((), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3, 4, 5), ('a', 'b'), ('a', 1, 1), ('a\0b',), (u'\xe9',), (9, 9, 'a')):
        say('addstr', args, outcome(w.addstr, *args), '|', outcome(w.insstr, *args))
    for args in ((), (1, 2), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3, 4, 5), ('a', 'b')):
        say('addnstr', args, outcome(w.addnstr, *args), '|', outcome(w.hline, *args))
    for name in 'attron bkgd bkgdset box chgat clear clearok delch derwin echochar enclose getch getkey getstr inch ' \
            'insdelln instr is_linetouched keypad move mvwin overlay redrawln refresh resize scroll setscrreg subpad ' \
            'subwin timeout touchline noutrefresh nooutrefresh mvderwin'.split():
        say(name, [outcome(getattr(w, name), *args) for args in ((1, 2, 3, 4, 5, 6, 7, 8), ('a',), (100, 100, 100))])
    say(outcome(w.box, 'ab', 1), '|', outcome(w.instr, -1), '|', outcome(w.border, 1, 'ab'), '|', outcome(w.bkgd, 'ab'))
    say(outcome(w.addstr, **{}), '|', outcome(lambda: w.addstr(str='a')), '|', outcome(w.move, 2 ** 31, 1))
    curses.endwin()
    say(curses.isendwin(), outcome(curses.endwin))


said, sent = _terminal.run(windows)
print said
