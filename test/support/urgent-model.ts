/**
 * What the queue should do, written down a second time and as plainly as possible, without a database: for comparing
 * with the real one after every step of a random story. Times are seconds since its beginning.
 */
export const people = {
  primary: { department: 'cardiology', role: 'specialist', onCall: 'primary' },
  deputy: { department: 'cardiology', role: 'specialist', onCall: 'deputy' },
  third: { department: 'cardiology', role: 'specialist', onCall: null },
  fourth: { department: 'cardiology', role: 'specialist', onCall: null },
  coordinator: { department: 'cardiology', role: 'coordinator', onCall: null },
  /** Of the department that is the next level of cardiology, and has none itself. */
  next: { department: 'geriatrics', role: 'specialist', onCall: 'primary' },
} as const;
export type Name = keyof typeof people;
export const names = Object.keys(people) as Name[];
type Department = 'cardiology' | 'geriatrics';

const order = ['primary', 'deputy', 'department', 'coordination'] as const;
export type Step = (typeof order)[number];
const seconds = {
  immediate: { primary: 40, deputy: 40, department: 40 },
  urgent: { primary: 120, deputy: 120, department: 180 },
  today: { primary: 900, deputy: 900, department: 1800 },
};
export type Urgency = keyof typeof seconds;

export type Request = {
  resident: number;
  urgency: Urgency;
  department: Department;
  raisedAt: number;
  status: 'waiting' | 'accepted' | 'withdrawn';
  step: Step | null;
  due: number | null;
  skipped: string[];
  alarm: string | null;
  ringing: Name[];
  silent: Name[];
  promises: Partial<Record<Name, number>>;
  holder: Name | null;
  heldSince: number;
  cameBack: 'vanished' | 'handed_back' | null;
};

/** A window's line: until when it lives; `killed` when its server process died then. */
type Line = { left: number | null; killed: number | null };

export type Model = { now: number; lines: Record<Name, Line[]>; requests: Request[] };

export const beginning = (): Model => ({
  now: 0,
  lines: { primary: [], deputy: [], third: [], fourth: [], coordinator: [], next: [] },
  requests: [],
});

const present = ({ now, lines }: Model, who: Name) =>
  lines[who].some(({ left, killed }) => left === null && (killed === null || killed > now - 8));
/** The last moment at which somebody was seen; endless while a line lives. */
const lastSeen = ({ lines }: Model, who: Name) =>
  Math.max(-1e9, ...lines[who].map(({ left, killed }) => Math.min(left ?? Infinity, killed ?? Infinity)));
const seenWithin = (model: Model, who: Name, ago: number) => lastSeen(model, who) > model.now - ago;

function members(request: Request, step: Step): Name[] {
  const of = (fits: (who: (typeof people)[Name]) => boolean) => names.filter((name) => fits(people[name]));
  const own = (who: (typeof people)[Name]) => who.department === request.department;
  if (step === 'coordination') {
    const isNext = (who: (typeof people)[Name]) =>
      request.department === 'cardiology' && who.department === 'geriatrics';
    return of((who) => (own(who) && who.role === 'coordinator') || isNext(who));
  }
  if (step === 'department') return of((who) => own(who) && who.role === 'specialist');
  return of((who) => own(who) && who.onCall === step);
}

const free = (request: Request, who: Name) => !request.silent.includes(who) && !request.ringing.includes(who);

function advance(model: Model, request: Request, after: Step | null): void {
  for (const step of order.slice(after === null ? 0 : order.indexOf(after) + 1)) {
    const all = members(request, step);
    const reachable = all.filter((who) => present(model, who));
    const fresh = reachable.filter((who) => free(request, who));
    if (fresh.length === 0 && step !== 'coordination') {
      const why =
        all.length === 0 ? 'nobody_on_call' : reachable.length === 0 ? 'nobody_reachable' : 'all_answered';
      request.skipped.push(`${step}:${why}`);
      continue;
    }
    if (step === 'coordination') {
      const some = request.ringing.length + request.silent.length > 0;
      request.alarm = some ? 'nobody_answered' : 'nobody_reachable';
    }
    request.ringing.push(...fresh);
    request.step = step;
    request.due = step === 'coordination' ? null : model.now + seconds[request.urgency][step];
    return;
  }
}

function begin(model: Model, request: Request, after: Step | null, silent: Name[]): void {
  Object.assign(request, { skipped: [], alarm: null, ringing: [], silent: [...silent], promises: {} });
  advance(model, request, after);
}

function along(model: Model, request: Request): void {
  if (request.step === null) return;
  const reached = order.slice(0, order.indexOf(request.step) + 1).flatMap((step) => members(request, step));
  const alarmed =
    request.alarm === null ? [] : members(request, 'coordination').filter((who) => who === 'coordinator');
  for (const who of new Set([...reached, ...alarmed])) {
    if (present(model, who) && free(request, who)) request.ringing.push(who);
  }
}

const again = (urgency: Urgency): Step | null => (urgency === 'immediate' ? 'deputy' : null);

/** Everything that is due now: what jobs and the beat of a server process bring about. */
export function settle(model: Model): void {
  for (const request of model.requests) {
    if (request.status !== 'waiting') continue;
    const kept = Object.entries(request.promises).filter(([, until]) => until <= model.now) as [
      Name,
      number,
    ][];
    for (const [who] of kept) {
      delete request.promises[who];
      request.silent = request.silent.filter((one) => one !== who);
    }
    if (kept.length > 0) along(model, request);
    const heard = request.ringing.filter((who) => seenWithin(model, who, 8));
    const lost = heard.length < request.ringing.length;
    request.ringing = heard;
    if (request.due !== null && request.due <= model.now) advance(model, request, request.step);
    else if (lost && heard.length === 0 && request.step !== 'coordination')
      advance(model, request, request.step);
  }
  for (const request of model.requests) {
    const { holder } = request;
    if (request.status !== 'accepted' || holder === null) continue;
    if (model.now - request.heldSince < 20 || seenWithin(model, holder, 20)) continue;
    Object.assign(request, { status: 'waiting', holder: null, cameBack: 'vanished' });
    begin(model, request, again(request.urgency), [holder]);
  }
}

export const acts = {
  raise(model: Model, resident: number, urgency: Urgency): boolean {
    const open = model.requests.some((one) => one.resident === resident && one.status !== 'withdrawn');
    if (open) return false;
    const request: Request = {
      resident,
      urgency,
      department: 'cardiology',
      raisedAt: model.now,
      status: 'waiting',
      step: null,
      due: null,
      skipped: [],
      alarm: null,
      ringing: [],
      silent: [],
      promises: {},
      holder: null,
      heldSince: 0,
      cameBack: null,
    };
    model.requests.push(request);
    begin(model, request, null, []);
    return true;
  },
  claim(model: Model, request: Request, who: Name): boolean {
    if (request.status === 'accepted' && request.holder === who) return true;
    if (request.status !== 'waiting') return false;
    // Accepted by the next level, it is that department's.
    if (people[who].department !== request.department) {
      Object.assign(request, { department: people[who].department, cameBack: null });
    }
    Object.assign(request, {
      status: 'accepted',
      holder: who,
      heldSince: model.now,
      step: null,
      due: null,
      ringing: [],
    });
    return true;
  },
  decline(model: Model, request: Request, who: Name): boolean {
    if (request.status !== 'waiting') return false;
    if (request.silent.includes(who) && request.promises[who] === undefined) return true;
    delete request.promises[who];
    silence(model, request, who);
    return true;
  },
  later(model: Model, request: Request, who: Name): boolean {
    if (request.status !== 'waiting') return false;
    if (request.promises[who] !== undefined) return true;
    request.promises[who] = model.now + 300;
    silence(model, request, who);
    return true;
  },
  withdraw(_model: Model, request: Request): boolean {
    if (request.status === 'withdrawn') return false;
    Object.assign(request, { status: 'withdrawn', step: null, due: null, ringing: [], promises: {} });
    return true;
  },
  handBack(model: Model, request: Request, who: Name): boolean {
    if (request.status !== 'accepted' || request.holder !== who) return false;
    Object.assign(request, { status: 'waiting', holder: null, cameBack: 'handed_back' });
    begin(model, request, again(request.urgency), [who]);
    return true;
  },
  pass(model: Model, request: Request, who: Name): boolean {
    const may = request.status === 'waiting' || (request.status === 'accepted' && request.holder === who);
    if (!may) return false;
    Object.assign(request, { status: 'waiting', holder: null, cameBack: null, department: 'geriatrics' });
    begin(model, request, null, []);
    return true;
  },
  come(model: Model, who: Name): void {
    model.lines[who].push({ left: null, killed: null });
    for (const request of model.requests) {
      if (request.department === people[who].department || request.step === 'coordination')
        along(model, request);
    }
  },
  go(model: Model, who: Name): void {
    for (const line of model.lines[who]) line.left ??= model.now;
  },
  /** The server process dies with all its lines. */
  kill(model: Model): void {
    for (const line of names.flatMap((who) => model.lines[who])) line.killed ??= model.now;
  },
};

function silence(model: Model, request: Request, who: Name): void {
  request.ringing = request.ringing.filter((one) => one !== who);
  if (!request.silent.includes(who)) request.silent.push(who);
  if (request.ringing.length === 0) advance(model, request, request.step);
}

const rank = { immediate: 0, urgent: 1, today: 2 };

/** The queue of a department: urgency, who vanished from it, waiting time. */
export const queueOf = ({ requests }: Model, department: Department): number[] =>
  requests
    .filter((one) => one.status === 'waiting' && one.department === department)
    .sort(
      (a, b) =>
        rank[a.urgency] - rank[b.urgency] ||
        Number(b.cameBack === 'vanished') - Number(a.cameBack === 'vanished') ||
        a.raisedAt - b.raisedAt,
    )
    .map(({ resident }) => resident);
