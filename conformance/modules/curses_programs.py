# Programs on a terminal: the wrapper, colours, keys, the text pad, panels; and what terminals can do.
import curses
import curses.ascii
import curses.panel
import curses.textpad
import sys

import _terminal
from _terminal import outcome


def drawing(w):
    return [w.instr(y, 0).rstrip() for y in range(w.getmaxyx()[0])]


def program(say):
    say(outcome(curses.panel.top_panel), '|', outcome(curses.panel.new_panel, 1), '|', outcome(curses.panel.new_panel))

    def main(w, *args):
        say(args, curses.COLORS, curses.COLOR_PAIRS, curses.has_colors(), curses.can_change_color())
        curses.init_pair(1, curses.COLOR_RED, curses.COLOR_BLACK)
        say(curses.pair_content(1), curses.pair_number(curses.color_pair(1)), curses.color_content(curses.COLOR_RED))
        say(outcome(curses.init_pair, 1000, 1, 1), '|', outcome(curses.init_pair, 1, 40000, 1), '|', outcome(curses.init_pair, 1))
        say(outcome(curses.pair_content, -5), '|', outcome(curses.color_content, 1000))
        say(outcome(curses.use_default_colors), curses.curs_set(1) in (0, 1, 2), outcome(curses.curs_set, 9))
        w.addstr(0, 0, 'red', curses.color_pair(1) | curses.A_BOLD)
        w.refresh()
        keys = []
        while 'q' not in keys:
            keys.append(w.getkey())
        say(keys)
        curses.echo()
        say(repr(w.getstr(1, 0)), repr(w.getstr(2, 0, 3)), w.getch(3, 0))
        curses.noecho()
        w.nodelay(1)
        say(w.getch(), outcome(w.getkey))
        for key in ('a', 200, curses.KEY_UP, 1000):
            curses.ungetch(key)
            say(outcome(w.getkey), curses.keyname(curses.KEY_F5), curses.keyname(1))
        say(outcome(curses.keyname, -1), '|', outcome(curses.ungetch, None), '|', outcome(curses.unctrl, 2 ** 70))
        say(curses.unctrl(1), curses.unctrl('ab'), curses.unctrl(''), repr(curses.erasechar()), repr(curses.killchar()))
        say(curses.mousemask(curses.BUTTON1_CLICKED), outcome(curses.getmouse))
        curses.ungetmouse(0, 3, 4, 0, curses.BUTTON1_CLICKED)
        say(curses.getmouse())
        edit = curses.newwin(3, 20, 10, 10)
        curses.textpad.rectangle(w, 9, 9, 13, 30)
        for key in reversed('hello\nworld\x01X\x0e\x05!\x02\x04\x07'):
            curses.ungetch(key)
        say(repr(curses.textpad.Textbox(edit).edit()))
        say(curses.getsyx(), outcome(curses.setsyx, 3), curses.setsyx(5, 6), curses.getsyx())
        say(outcome(curses.halfdelay, 256), '|', outcome(curses.cbreak, 1, 2), '|', outcome(curses.meta), '|', outcome(curses.napms))
        say(outcome(curses.resizeterm, 20, 60), curses.LINES, curses.COLS, w.getmaxyx(), curses.is_term_resized(20, 60))
        return 'result'

    say(curses.wrapper(main, 1, 2))
    print 'printed',
    say(curses.tigetnum('cols'), curses.tigetflag('am'), curses.tigetnum('am'), repr(curses.tigetstr('nothing')))
    cup = curses.tigetstr('cup')
    say(repr(curses.tparm(cup, 3, 4)), outcome(curses.tparm), '|', outcome(curses.tigetstr, 1), '|', outcome(curses.putp, 1))
    say(repr(curses.tparm('%p1%d %p9%d', -5, 0, 0, 0, 0, 0, 0, 0, 9)), outcome(curses.tparm, '', 2 ** 31))
    curses.putp('<put>')
    print 'and more'


said, sent = _terminal.run(program, 'ab\x1b[A\x1bOA\x1bOPq' + 'a line\n' + 'short\n' + 'z', 'xterm')
print said
print 'printed<put> and more' in sent, 'red' in sent


def panels(say):
    curses.initscr()
    panel = curses.panel
    say(panel.top_panel(), panel.bottom_panel())
    first, second = [curses.newwin(3, 10, y, y) for y in (0, 1)]
    first.addstr('first')
    second.addstr('second')
    a, b = panel.new_panel(first), panel.new_panel(second)
    say(type(a), [n for n in dir(a) if not n.startswith('_')], outcome(lambda: a.nothing))
    say(a.above() is b, a.below(), b.below() is a, b.above(), panel.top_panel() is b, panel.bottom_panel() is a)
    a.top()
    say(a.below() is b, panel.top_panel() is a, a.window() is first)
    a.hide()
    say(a.hidden(), b.hidden(), panel.top_panel() is b, a.above())
    a.show()
    a.bottom()
    a.move(5, 6)
    say(first.getbegyx(), outcome(a.move, 100, 100), '|', outcome(a.move, 1), '|', outcome(a.hide, 1))
    a.replace(second)
    say(a.window() is second, outcome(a.replace), '|', outcome(a.replace, 1), '|', outcome(a.set_userptr))
    say(outcome(a.userptr), a.set_userptr([1]), a.userptr(), outcome(panel.update_panels, 1))
    a.replace(first)
    panel.update_panels()
    curses.doupdate()
    curses.endwin()


said, sent = _terminal.run(panels)
print said
print 'second' in sent, 'first' in sent
print outcome(curses.setupterm, 1), '|', outcome(curses.setupterm, 'no such terminal', 1)
curses.setupterm('vt100', 1)
print curses.tigetnum('cols'), curses.tigetnum('lines'), curses.tigetflag('xon'), repr(curses.tigetstr('cuu1'))
print [curses.ascii.unctrl(c) for c in (0, 65, 127, 200)], curses.A_BOLD, curses.KEY_UP, curses.KEY_F63
