# Tracebacks find the lines of a file that is not where its name says, because the program has gone to another folder,
# along sys.path, by the last part of the name.
import os
import shutil
import subprocess
import sys
import tempfile

cases = [
    ('raises', '1/0  # in main'),
    ('path gone', 'sys.path[:] = []; 1/0'),
    ('no list', 'sys.path = (os.getcwd(),); 1/0'),
    ('odd places', 'sys.path[:0] = [3, None, u"/x", "/\\0", "", "/"]; 1/0'),
    ('another file of the name', 'sys.path.insert(0, base + "/other/"); exec compile("\\n\\n1/0", "gone/inner.py", "exec")'),
    ('relative folder', 'os.chdir(base); sys.path.insert(0, "sub"); import inner'),
]
files = {
    'sub/inner.py': 'import os\nos.chdir("/")\n1/0  # in inner\n',
    'other/inner.py': '# one\n# two\n# in another file\n',
}
base = os.path.realpath(tempfile.mkdtemp())
try:
    for name, text in files.items():
        place = os.path.join(base, name)
        os.makedirs(os.path.dirname(place))
        with open(place, 'w') as f:
            f.write(text)
    for name, body in cases:
        with open(os.path.join(base, 'main.py'), 'w') as f:
            f.write('import os, sys\nbase = os.getcwd()\nos.chdir("/")\ndef f():\n    %s\nf()\n' % body)
        p = subprocess.Popen([sys.executable, '-B', 'main.py'], cwd=base, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        print '--', name
        print p.communicate()[0].replace(base, 'BASE'), p.returncode
finally:
    shutil.rmtree(base)
