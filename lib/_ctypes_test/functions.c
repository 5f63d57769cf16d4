/* The library of the module `_ctypes_test`: what the tests of `ctypes` call, hand over and look at. Compiled by
   runtime/build.rs; part of the executable. */

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* ---- variables ------------------------------------------------------------ */

int an_integer = 42;
long left = 10, top = 20, right = 30, bottom = 40;

/* What the functions tf_* and tv_* were last given. */
long long last_tf_arg_s;
unsigned long long last_tf_arg_u;

int get_an_integer(void) { return an_integer; }

/* ---- a third of a number -------------------------------------------------- */

#define THIRD(letter, type, last)                        \
    type tf_##letter(type n) {                           \
        last = n;                                        \
        return n / 3;                                    \
    }                                                    \
    type tf_b##letter(signed char before, type n) {      \
        (void)before;                                    \
        last = n;                                        \
        return n / 3;                                    \
    }

THIRD(b, signed char, last_tf_arg_s)
THIRD(B, unsigned char, last_tf_arg_u)
THIRD(h, short, last_tf_arg_s)
THIRD(H, unsigned short, last_tf_arg_u)
THIRD(i, int, last_tf_arg_s)
THIRD(I, unsigned int, last_tf_arg_u)
THIRD(l, long, last_tf_arg_s)
THIRD(L, unsigned long, last_tf_arg_u)
THIRD(q, long long, last_tf_arg_s)
THIRD(Q, unsigned long long, last_tf_arg_u)
THIRD(f, float, last_tf_arg_s)
THIRD(d, double, last_tf_arg_s)
THIRD(D, long double, last_tf_arg_s)

void tv_i(int n) { last_tf_arg_s = n; }

/* ---- sums ------------------------------------------------------------------ */

#define SUM(name, result, last_type)                                                         \
    result _testfunc_##name(signed char b, short h, int i, long l, float f, last_type d) {   \
        return (result)(b + h + i + l + f + d);                                              \
    }

SUM(i_bhilfd, int, double)
SUM(f_bhilfd, float, double)
SUM(d_bhilfd, double, double)
SUM(D_bhilfD, long double, long double)
SUM(q_bhilfd, long long, double)

long long _testfunc_q_bhilfdq(signed char b, short h, int i, long l, float f, double d, long long q) {
    return (long long)(b + h + i + l + f + d + q);
}

void _testfunc_v(int a, int b, int *sum) { *sum = a + b; }

void TwoOutArgs(int a, int *with_a, int b, int *with_b) {
    *with_a += a;
    *with_b += b;
}

/* ---- pointers --------------------------------------------------------------- */

void *_testfunc_p_p(void *p) { return p; }
int *_testfunc_ai8(int numbers[8]) { return numbers; }
int _testfunc_deref_pointer(int *p) { return *p; }

/* The last of so many strings. */
char *_testfunc_c_p_p(int *count, char **strings) { return strings[*count - 1]; }

/* ---- what the C library does ------------------------------------------------- */

double my_sqrt(double x) { return sqrt(x); }
char *my_strchr(const char *s, int c) { return strchr(s, c); }
char *my_strtok(char *s, const char *between) { return strtok(s, between); }
char *my_strdup(const char *s) { return strdup(s); }
wchar_t *my_wcsdup(const wchar_t *s) { return wcsdup(s); }
size_t my_wcslen(const wchar_t *s) { return wcslen(s); }
void my_free(void *p) { free(p); }

void my_qsort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *)) {
    qsort(items, count, size, compare);
}

char *(*get_strchr(void))(const char *, int) { return my_strchr; }

/* ---- callbacks ---------------------------------------------------------------- */

#define HALVES(name, type)                                        \
    type _testfunc_callback_##name(type n, type (*call)(type)) {  \
        type sum = 0;                                             \
        for (; n; n /= 2)                                         \
            sum += call(n);                                       \
        return sum;                                               \
    }

HALVES(i_if, int)
HALVES(q_qf, long long)

int _testfunc_callback_with_pointer(int (*call)(int *)) {
    int numbers[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    return call(numbers);
}

int _testfunc_callfuncp(int (*calls[2])(int, int)) { return calls[0](1, 2) + calls[1](3, 4); }

#define SQUARES(name, type)                                                                  \
    type _testfunc_cbk_reg_##name(type a, type b, type c, type d, type e,                    \
                                  type (*call)(type, type, type, type, type)) {              \
        return call(a * a, b * b, c * c, d * d, e * e);                                      \
    }

SQUARES(int, int)
SQUARES(double, double)

/* The area under a curve, by trapezia. */
double integrate(double from, double to, double (*curve)(double), long steps) {
    double width = (to - from) / steps, sum = (curve(from) + curve(to)) / 2;
    for (long i = 1; i < steps; i++)
        sum += curve(from + i * width);
    return sum * width;
}

/* ---- structures that travel by value -------------------------------------------- */

typedef struct {
    int x, y;
} Point;

int _testfunc_byval(Point in, Point *out) {
    if (out)
        *out = in;
    return in.x + in.y;
}

typedef struct {
    unsigned long first, second, third;
} Large;

void _testfunc_cbk_large_struct(Large in, void (*call)(Large)) { call(in); }

/* Changes its own copy. */
void _testfunc_large_struct_update_value(Large in) {
    volatile Large *own = &in;
    own->first = own->second = own->third = 0x0badf00d;
}

typedef struct {
    short x, y;
} Pair;

Pair ret_2h_func(Pair in) { return (Pair){in.x * 2, in.y * 3}; }

typedef struct {
    int n[8];
} Eight;

Eight ret_8i_func(Eight in) {
    for (int i = 0; i < 8; i++)
        in.n[i] *= i + 2;
    return in;
}

typedef struct {
    long x, y;
} LongPoint;

typedef struct {
    long left, top, right, bottom;
} Rectangle;

int PointInRect(Rectangle *r, LongPoint p) {
    return p.x >= r->left && p.x < r->right && p.y >= r->top && p.y < r->bottom;
}

static int is_ours(const Rectangle *r) {
    return r->left == left && r->top == top && r->right == right && r->bottom == bottom;
}

/* One of the rectangles, provided that all have arrived as the variables say. */
Rectangle ReturnRect(int which, Rectangle a, Rectangle *b, LongPoint p, Rectangle c, Rectangle *d, LongPoint q,
                     Rectangle e) {
    const Rectangle *all[] = {&a, b, &c, d, &e};
    for (int i = 0; i < 5; i++)
        if (!is_ours(all[i]))
            return (Rectangle){0, 0, 0, 0};
    if (p.x != q.x || p.y != q.y)
        return (Rectangle){0, 0, 0, 0};
    return *all[which >= 0 && which < 5 ? which : 0];
}

/* ---- bit fields ------------------------------------------------------------------- */

typedef struct {
    int A : 1, B : 2, C : 3, D : 4, E : 5, F : 6, G : 7, H : 8, I : 9;
    short M : 1, N : 2, O : 3, P : 4, Q : 5, R : 6, S : 7;
} Bits;

#define EACH_FIELD(do) do(A) do(B) do(C) do(D) do(E) do(F) do(G) do(H) do(I) do(M) do(N) do(O) do(P) do(Q) do(R) do(S)

int unpack_bitfields(Bits *bits, char name) {
#define GET(field) if (name == *#field) return bits->field;
    EACH_FIELD(GET)
    return 999;
}

void set_bitfields(Bits *bits, char name, int value) {
#define SET(field) if (name == *#field) bits->field = value;
    EACH_FIELD(SET)
}
