# mailbox: maildirs, mboxes, MH, Babyl and MMDF: adding, keys, flags, conversion of messages between kinds, locking, what is missing.
import mailbox, os, tempfile, shutil, email, StringIO, re
d = tempfile.mkdtemp()
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, str(e).replace(d, 'D')
text = 'From: a@b\nSubject: s%d\n\nFrom the start\nbody %d\n'
try:
    for kind in (mailbox.mbox, mailbox.MMDF, mailbox.Babyl, mailbox.MH, mailbox.Maildir):
        p = os.path.join(d, kind.__name__); t(kind, p, None, False); m = kind(p, factory=None) if kind is not mailbox.Maildir else kind(p, factory=None)
        keys = [m.add(text % (i, i)) for i in range(3)]; keys.append(m.add(email.message_from_string(text % (7, 7)))); keys.append(m.add(StringIO.StringIO(text % (8, 8)))); t(m.add, 5)
        print kind.__name__, len(m), sorted(x['subject'] for x in m), keys[0] in m, m.has_key('zz') if kind not in (mailbox.MH,) else '', type(m[keys[0]]).__name__, m.get('zz' if kind not in (mailbox.MH,) else 99, 'dflt'), m.get_string(keys[1]).splitlines()[-1], m.get_file(keys[1]).read().splitlines()[-1]
        m.remove(keys[0]); t(m.remove, keys[0]) if kind is not mailbox.Maildir else None; m.discard(keys[0]); m[keys[1]] = text % (99, 99); print len(m), m[keys[1]]['subject'], m.pop(keys[2])['subject'], m.pop(keys[2], 'none'); m.lock(); m.flush(); m.unlock(); t(m.__getitem__, keys[2]) if kind is not mailbox.Maildir else None; m[keys[1]] = text % (5, 5); print m[keys[1]]['subject']; m.close()
        m = kind(p, None); print len(m), sorted(x['subject'] for x in m.values() if hasattr(x, 'keys')), len(m.keys()), m.popitem()[1]['subject'] in ('s5', 's7', 's8'), len(m); m.clear(); print len(m), list(m); t(m.popitem); m.close()
    x = os.path.join(d, 'box'); open(x, 'w').write('From me@x Thu Jan  1 00:00:00 1970\nSubject: one\nStatus: RO\nX-Status: AF\n\n>From quoted\n\nFrom you Fri\nSubject: two\n\nb\n'); b = mailbox.mbox(x); print [(m.get_from(), m.get_flags(), m.get_payload()) for m in b]; m = b[0]; m.set_flags('DR'); m.add_flag('F'); m.remove_flag('R'); print m.get_flags(), m.get('status'), m.get('x-status'); m.set_from('new', True); print m.get_from()[:4]; b[0] = m; b.flush(); print 'D' in mailbox.mbox(x)[0].get_flags(), repr(open(x).read().splitlines()[-3:]); b.close()
    md = mailbox.Maildir(os.path.join(d, 'md'), None); m = mailbox.MaildirMessage(text % (1, 1)); print m.get_subdir(), m.get_flags(), m.get_date() > 0, repr(m.get_info()); m.set_subdir('cur'); m.set_flags('SR'); m.add_flag('T'); m.remove_flag('S'); m.set_date(100.0); print m.get_flags(), m.get_info(), m.get_date(); t(m.set_subdir, 'x'); t(m.set_date, 'x'); t(m.set_info, 5); k = md.add(m); print [os.path.basename(f).split(':')[1] for f in os.listdir(os.path.join(d, 'md', 'cur'))], md[k].get_flags(), md.list_folders(), type(md.add_folder('sub')).__name__, md.list_folders(), len(md.get_folder('sub')), md.remove_folder('sub'); t(md.get_folder, 'none'); print md.next() is not None, md.next(), md.clean()
    mh = mailbox.MH(os.path.join(d, 'mh'), None); m = mailbox.MHMessage('a: b\n\n'); m.add_sequence('unseen'); m.set_sequences(['x', 'unseen']); m.remove_sequence('x'); t(m.remove_sequence, 'q'); k = mh.add(m); print k, mh.get_sequences(), mh[k].get_sequences(); mh.set_sequences({'s': [1]}); mh.add(m); mh.remove(1); mh.pack(); print mh.keys(), mh.get_sequences(), mh.list_folders(); t(m.add_sequence, 5)
    bm = mailbox.BabylMessage('x: y\n\nb'); bm.set_labels(['unseen', 'mine']); bm.add_label('answered'); bm.remove_label('mine'); print bm.get_labels(), bm.get_visible().items(); bm.set_visible('v: w\n\n'); bm.update_visible(); print bm.get_visible().items(); t(bm.remove_label, 'zz')
    kinds = (mailbox.MaildirMessage, mailbox.mboxMessage, mailbox.MHMessage, mailbox.BabylMessage, mailbox.MMDFMessage, mailbox.Message)
    for a in kinds:
        s = a('s: t\n\n')
        if hasattr(s, 'set_flags'): s.set_flags('FR')
        if hasattr(s, 'add_sequence'): s.add_sequence('flagged')
        if hasattr(s, 'add_label'): s.add_label('answered')
        print a.__name__, [(getattr(c(s), 'get_flags', lambda: '')(), getattr(c(s), 'get_sequences', lambda: '')(), getattr(c(s), 'get_labels', lambda: '')()) for c in kinds]
    t(mailbox.Message, 5); t(mailbox.Mailbox(x).add, 'y'); t(mailbox.Mailbox(x).lock); print [e.__mro__[1].__name__ for e in (mailbox.NoSuchMailboxError, mailbox.NotEmptyError, mailbox.ExternalClashError, mailbox.FormatError)]
finally: shutil.rmtree(d)
