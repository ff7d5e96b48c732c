import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { median, quantile } from './commands.mjs';
import { cpuOf } from './cpu.mjs';
import { ground, password, startWeb } from './ground.mjs';
import { recordCommands } from './record.mjs';

/**
 * HTTP transitions per second against the same writes called directly, on the same PostgreSQL, in the same run, in
 * turns. Sign-in, need-to-know, encryption and chain are on. `npm run bench -- --rounds 5 --seconds 8`.
 */
const option = (name, otherwise) =>
  Number(process.argv[process.argv.indexOf(`--${name}`) + 1] || otherwise) || otherwise;
const rounds = option('rounds', 5);
const seconds = option('seconds', 8);
const goals = { 16: 0.4, 64: 0.6 };
const command = {
  procedure: 'caseFile',
  command: 'recordSafeContact',
  data: { safeContact: 'yalnız səhər, tanışının telefonuna', codeWord: 'nar' },
};

const { env, runtimeUrl, postgresPid, stop } = await ground();
const web = await startWeb(env);
try {
  const session = await signIn();
  let cases = await openCases(session, 160);
  const { identity } = session;
  const recorded = await recordCommands(env, identity, cases.slice(80), command);
  let firstRound = 1;
  const mine = cases.slice(0, 80);
  let state = mine;
  for (const clients of [16, 64]) {
    const results = [];
    for (let round = 0; round < rounds; round += 1) {
      const direct = async () => {
        const message = { url: runtimeUrl, recorded, clients: 16, seconds, firstRound };
        const done = await measured('direct.mjs', message);
        firstRound = done.lastRound + 1;
        return done;
      };
      const http = async () => {
        const done = await measured('load.mjs', { ...session, cases: state, clients, seconds, command });
        state = done.cases;
        if (Object.keys(done.faults).length > 0) throw new Error(JSON.stringify(done.faults));
        return done;
      };
      const [first, second] = round % 2 === 0 ? [direct, http] : [http, direct];
      const [one, two] = [await first(), await second()];
      const [d, h] = round % 2 === 0 ? [one, two] : [two, one];
      results.push({ direct: d, http: h });
    }
    report(clients, results);
  }
} finally {
  await web.stop();
  await stop();
}

/** With the CPU time that PostgreSQL and the web process spent meanwhile: less noisy than rates. */
async function measured(program, message) {
  const spent = () => ({ postgres: cpuOf(postgresPid), web: cpuOf(web.pid) });
  const before = spent();
  const done = await inProcess(program, message);
  const after = spent();
  return { ...done, postgres: after.postgres - before.postgres, web: after.web - before.web };
}

function report(clients, results) {
  const perSecond = ({ times }) => times.length / seconds;
  const ratios = results.map(({ direct, http }) => http.times.length / direct.times.length);
  const each = (kind, part) =>
    median(results.map((one) => one[kind][part] / one[kind].times.length)).toFixed(2);
  const rate = (kind) => median(results.map((one) => perSecond(one[kind]))).toFixed(0);
  const time = (kind, part) =>
    quantile(
      results.flatMap((one) => one[kind].times),
      part,
    ).toFixed(1);
  console.log(
    `${clients} clients: http ${rate('http')}/s (p50 ${time('http', 0.5)}, p99 ${time('http', 0.99)} ms), ` +
      `direct at 16 ${rate('direct')}/s (p50 ${time('direct', 0.5)}, p99 ${time('direct', 0.99)} ms); ` +
      `ratio median ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}..${Math.max(...ratios).toFixed(2)}), goal ${goals[clients]}`,
  );
  console.log(
    `  CPU for each, ms: http ${each('http', 'web')} web + ${each('http', 'postgres')} PostgreSQL; ` +
      `direct ${each('direct', 'cpu')} client + ${each('direct', 'postgres')} PostgreSQL`,
  );
}

function inProcess(program, message) {
  const child = fork(new URL(program, import.meta.url));
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => code && reject(new Error(`${program} ended with ${code}`)));
    child.send(message);
  });
}

async function signIn() {
  const reply = await fetch(`${web.origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'police', password }),
  });
  const { user, csrfToken } = await reply.json();
  const cookie = reply.headers.getSetCookie()[0].split(';')[0];
  const identity = { accountId: user.id, role: user.role, bodyId: user.body.id };
  return { origin: web.origin, cookie, csrfToken, identity };
}

async function openCases({ cookie, csrfToken }, count) {
  const body = {
    source: 'police',
    encounteredAt: new Date(Date.now() - 60_000).toISOString(),
    ageStatus: 'assumedAdult',
    safety: { immediateDanger: false, needsShelter: false },
    person: { name: 'Sınaq Uydurma' },
  };
  const headers = { 'content-type': 'application/json', cookie, 'x-csrf-token': csrfToken };
  const opened = [];
  for (let n = 0; n < count; n += 1) {
    const reply = await fetch(`${web.origin}/api/v1/cases`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`);
    opened.push({ id: (await reply.json()).id, revision: 1 });
  }
  return opened;
}
