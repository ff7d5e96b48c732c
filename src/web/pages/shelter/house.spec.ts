import { addDuration, formatDay, localDay } from '#libs/calendar';
import { type Seen, Visitor } from '../../../../test/browser/visitor.js';
import {
  demoPassword,
  startApplication,
  type TestApplication,
} from '../../../../test/support/application.js';
import type { Client } from '../../../../test/support/client.js';
import { keepsHouse } from '../../../../test/support/houses.js';

let application: TestApplication;
let police: Client;
let admin: Client;
let house: Visitor;
let beds: string[];
let childBed: string | undefined;
let caseId: string;
let number: string;

const needed = { source: 'police', safety: { immediateDanger: false, needsShelter: true } };

beforeAll(async () => {
  application = await startApplication({ clock: 'training' });
  const [keeper, foreign] = await Promise.all(
    (['shelter', 'shelter2'] as const).map((name) => application.signIn(name)),
  );
  [police, admin] = await Promise.all([application.signIn('police'), application.signIn('admin')]);
  if (!keeper || !foreign) throw new Error('nobody keeps a house');
  beds = await keepsHouse(keeper, { region: null, rooms: [{ name: '1', beds: 3, sex: 'female' }] });
  [childBed] = await keepsHouse(foreign, { region: null, rooms: [{ name: '1', beds: 1, age: 'child' }] });
  ({ id: caseId, number } = (await police.open({ ...needed, person: { name: 'Gizli Sınaqlı' } })).body);
  house = await Visitor.signedIn(application.url, 'shelter', demoPassword);
}, 120_000);
afterAll(() => application.close());

const linkTo = ({ html }: Seen, command: string, id = caseId) =>
  new RegExp(`href="(/cases/${id}/commands/\\w+/${command}\\?procedureId=[^"]+)"`).exec(html)?.[1] ?? '';
const actionOf = (link: string) => link.split('?')[0] ?? '';
const passes = async (duration: string) =>
  expect((await admin.post('/clock/advance', { duration })).status).toBe(200);

/** Inputs that a keyboard comes to before it sends: neither hidden nor folded away. */
const inputsOn = ({ html }: Seen): string[] =>
  (html.split('<main')[1] ?? '')
    .replace(/<details class="govuk-details">[\s\S]*?<\/details>/g, '')
    .match(/<(?:input(?! type="hidden")|select|textarea)\b[^>]*>/g) ?? [];

/** From the house over one form to what came of it: the pages on the way, the house itself not counted. */
async function records(command: string, answers = {}, id = caseId): Promise<readonly [Seen, Seen]> {
  const link = linkTo(await house.visit('/shelter'), command, id);
  const form = await house.visit(link);
  expect([command, form.status]).toEqual([command, 200]);
  const done = await house.submit(form, actionOf(link), answers);
  expect([command, done.status, /\?(recorded|over)=/.test(done.path)]).toEqual([command, 200, true]);
  return [form, done];
}

/** The person says yes to who is with her. */
const agrees = async (id = caseId) => {
  const answer = await police.give(id, 'placement', 'acceptOffer', { interpreter: 'notNeeded' });
  expect(answer.status).toBe(200);
};

/** Every command that a list offers leads to a form that can be sent. */
async function everyStepOpens(): Promise<void> {
  const page = await house.visit('/shelter');
  const links = [...page.html.matchAll(/href="(\/cases\/[^"]+\/commands\/[^"]+)"/g)].map(
    ([, link]) => link ?? '',
  );
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect([link, (await house.visit(link)).status]).toEqual([link, 200]);
}

/** The day in Baku so long from now. */
async function dayIn(duration: string): Promise<string> {
  const { body } = await admin.get<{ now: string }>('/clock');
  return localDay(addDuration(body.now, duration));
}

/** A day as a form asks for it. */
function parts(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date };
}

describe('the house today', () => {
  it('shows a request with its clock and what is needed, never a name', async () => {
    const page = await house.visit('/shelter');
    expect(page.text).toMatch(
      /Requests to answer \(1\).*Assumed adult\. .*Acceptance: \d hours left, due .*Offer a bed.*Decline the request/,
    );
    expect(page.text).toContain(number);
    expect(page.text).not.toContain('Gizli');
    expect(page.html).toContain('href="/shelter" aria-current');
    await everyStepOpens();
  });

  it('is where the inbox leads with a request, which a house answers by a bed or a reason', async () => {
    const { html } = await house.visit('/inbox');
    expect(html).toContain('href="/shelter#asked"');
    expect(html).not.toMatch(/commands\/handoff\/(accept|decline|redirect)/);
    expect((await house.visit('/shelter')).html).toContain('id="asked"');
  });

  it('offers one of its free beds by choosing from a list', async () => {
    const [form] = await records('offerBed', { bedId: beds[0] });
    expect(form.html.match(/<option value="[0-9a-f-]{36}"/g)).toHaveLength(3);
    expect(form.text).toContain('Room 1, bed 1.1');
    const page = await house.visit('/shelter');
    expect(page.text).toMatch(/Offered a bed \(1\).*Room 1, bed 1\.1\. .*Answer to the offer: 23 hours left/);
    expect(linkTo(page, 'acceptOffer')).toBe('');
    expect(page.text).toMatch(/Free beds 2/);
    await everyStepOpens();
  });

  it('expects who accepted, with the clock of her arrival, and says when she is late', async () => {
    await agrees();
    expect((await house.visit('/shelter')).text).toMatch(/Expected \(1\).*Arrival: \d+ hours left/);
    await passes('P2D');
    const late = await house.visit('/shelter');
    expect(late.text).toMatch(
      /Not arrived \(1\).*Arrival: .* overdue.*Admit.*Record that she did not arrive/,
    );
    await everyStepOpens();
  });

  it('records an arrival on one form with one question', async () => {
    const pages = await records('admit');
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(inputsOn(pages[0]).length).toBeLessThanOrEqual(1);
    expect(pages[1].text).toContain('The person was admitted');
    const page = await house.visit('/shelter');
    expect(page.text).toMatch(/Here \(1\).*arrived today.*Term of the stay: \d+ days left/);
    await everyStepOpens();
  });

  it('records an absence and the return from it', async () => {
    const day = await dayIn('P2D');
    const pages = await records('recordAbsence', { kind: 'hospital', ...parts('expectedBack', day) });
    expect(inputsOn(pages[0]).length).toBeLessThanOrEqual(10);
    const page = await house.visit('/shelter');
    expect(page.text).toMatch(
      new RegExp(`Away for a time \\(1\\).*Since .*Hospital\\. Expected back on ${formatDay(day, 'en')}\\.`),
    );
    await everyStepOpens();
    expect(inputsOn((await records('recordReturn'))[0]).length).toBeLessThanOrEqual(1);
    expect((await house.visit('/shelter')).text).toContain('Here (1)');
  });

  it('reports somebody missing, and found', async () => {
    expect(inputsOn((await records('reportMissing'))[0]).length).toBeLessThanOrEqual(3);
    const page = await house.visit('/shelter');
    expect(page.text).toMatch(/Missing 1 .*Missing \(1\).*The bed is kept\..*Room 1, bed 1\.1\./);
    await everyStepOpens();
    expect(inputsOn((await records('reportReturn'))[0]).length).toBeLessThanOrEqual(1);
  });

  it('has who leaves soon: the stay has passed, and that ends nothing', async () => {
    await passes('P30D');
    const page = await house.visit('/shelter');
    expect(page.text).toMatch(/Leaving soon \(1\).*The term of the stay passed on .*That ends nothing\./);
    await records('extendStay', { ground: 'personAsks', days: '30' });
    expect((await house.visit('/shelter')).text).toContain('Here (1)');
    await records('requestTransfer', { kind: 'emergency', reason: 'safety', highThreat: 'no' });
    expect((await house.visit('/shelter')).text).toMatch(
      /Leaving soon \(1\).*A transfer was requested: emergency\. No other house keeps a bed yet\./,
    );
  });

  it('knows nobody any more who departed, and says so instead of a page that is not there', async () => {
    const [, done] = await records('depart', { reason: 'ownWish', moveOn: 'family' });
    expect(done.text).toContain('The part of your body in this case has ended.');
    expect((await house.visit('/shelter')).text).not.toContain(number);
  });

  it('takes two pages for who does not come, and may offer the bed again', async () => {
    const { id } = (await police.open(needed)).body;
    await records('offerBed', { bedId: beds[1] }, id);
    await agrees(id);
    const pages = await records('recordNonArrival', {}, id);
    expect(inputsOn(pages[0]).length).toBeLessThanOrEqual(1);
    const page = await house.visit('/shelter');
    expect(page.text).toMatch(/Not arrived \(1\).*did not arrive.*Offer again.*Report missing/);
    await everyStepOpens();
    expect(page.text).toMatch(/Free beds 3/);
  });

  it('is the house of its own workers alone, in Azerbaijani too', async () => {
    const other = await Visitor.signedIn(application.url, 'shelter2', demoPassword, 'az');
    const page = await other.visit('/shelter');
    expect(page.text).toContain('Sığınacaqda bu gün');
    expect(page.text).toContain('Heç biri yoxdur.');
    expect(page.text).not.toContain('AZ-');
  });

  it.each(['police', 'prosecutor', 'migration', 'admin', 'guardian', 'coordinator'] as const)(
    'is not there for %s, who reads no name of a house',
    async (username) => {
      const visitor = await Visitor.signedIn(application.url, username, demoPassword);
      const page = await visitor.visit('/shelter');
      expect(page.status).toBe(403);
      expect(page.text).not.toMatch(/State Shelter|Nar Budağı/);
      expect(page.html).not.toContain('href="/shelter"');
    },
  );
});

describe('rooms and beds', () => {
  const rowOf = (page: Seen, bed: string) =>
    page.html.split('<tr').find((row) => row.includes(`>${bed}</th>`)) ?? '';

  it('say whom they suit and how they stand; a bed is taken out of service with a reason, and put back', async () => {
    const page = await house.visit('/shelter/beds');
    expect(page.text).toMatch(
      /Free 3 Kept 0 Occupied 0 Out of service 0 .*Room 1 Women, adults and children\./,
    );
    const form = await house.visit(/href="([^"]+out-of-service)"/.exec(rowOf(page, '1.2'))?.[1] ?? '');
    const action = `/shelter/beds/${beds[1]}/out-of-service`;
    const again = await house.submit(form, action);
    expect([again.status, again.text.includes('Reason: give an answer')]).toEqual([422, true]);
    const out = await house.submit(again, action, { reason: 'hygiene' });
    expect(out.path).toBe('/shelter/beds');
    expect(out.text).toMatch(/1\.2 Out of service: cleaning and hygiene .* Put back into service/);
    expect((await house.submit(form, action, { reason: 'repair' })).text).toContain(
      'This bed is taken or out',
    );
    const back = await house.submit(out, `/shelter/beds/${beds[1]}/back`);
    expect(back.text).toMatch(/Free 3 /);
  });

  it('are added, each name once', async () => {
    const page = await house.visit('/shelter/rooms/new');
    const room = { name: '2', sex: 'any', age: 'child', family: 'yes', accessible: 'no' };
    const added = await house.submit(page, '/shelter/rooms/new', room);
    expect(added.text).toMatch(/Room 2 Women and men, children, families\. This room has no beds yet\./);
    expect((await house.submit(page, '/shelter/rooms/new', room)).text).toContain('this name is taken');
    const link = /Room 2[\s\S]*?href="(\/shelter\/rooms\/[^"]+\/beds\/new)"/.exec(added.html)?.[1] ?? '';
    const done = await house.submit(await house.visit(link), link, { name: '2.1' });
    expect(done.text).toMatch(/2\.1 Free/);
  });

  it('belong to a house that its people describe', async () => {
    const form = await house.visit('/shelter/house');
    expect(form.html).toContain('Nümunə küçəsi 7');
    const again = await house.submit(form, '/shelter/house', { guarded: 'yes', address: '' });
    expect(again.text).toContain('Address: give an answer');
    const done = await house.submit(again, '/shelter/house', {
      region: 'baku-nasimi',
      guarded: 'yes',
      address: 'Nümunə küçəsi 8',
    });
    expect(done.path).toBe('/shelter/beds');
    const kept = await application.sql('select region, guarded from shelter_houses order by guarded');
    expect(kept[1]).toEqual({ region: 'baku-nasimi', guarded: true });
    expect((await house.visit('/shelter/house')).html).toContain('Nümunə küçəsi 8');
  });

  it('say before one is offered what was asked for, and which do not suit and why; any can be chosen', async () => {
    const { id } = (await police.open(needed)).body;
    const form = await house.visit(linkTo(await house.visit('/shelter'), 'offerBed', id));
    expect(form.text).toMatch(/Asked for: an adult\. A bed that does not suit can be offered all the same/);
    expect(form.text).toMatch(/Room 1, bed 1\.1 .*Room 2, bed 2\.1 – does not suit: for children only/);
    const path =
      /href="(\/cases\/[^"]+\/shelters)"/.exec((await house.visit(`/cases/${id}`)).html)?.[1] ?? '';
    const page = await house.visit(path);
    expect(page.text).toMatch(
      /Shelters .*State Shelter.* Yes 3 asked already .*1\.1 – suits .*2\.1 – does not suit: for children only/,
    );
    expect(page.text).not.toContain('Nar Budağı');
    const { status } = await police.give(id, 'placement', 'withdrawRequest');
    expect(status).toBe(200);
  });

  it('of another house are not there', async () => {
    const other = await Visitor.signedIn(application.url, 'shelter2', demoPassword);
    expect((await other.visit(`/shelter/beds/${beds[0]}/out-of-service`)).status).toBe(404);
    expect((await other.visit('/shelter/beds')).text).not.toContain('1.3');
    const police = await Visitor.signedIn(application.url, 'police', demoPassword);
    for (const path of ['/shelter/beds', '/shelter/occupancy', '/shelter/rooms/new', '/shelter/house'])
      expect([path, (await police.visit(path)).status]).toEqual([path, 403]);
  });
});

/** What every row of the calendar says under the head of today. */
function columnOfToday(html: string): string[] {
  const [head = '', ...rows] = (/<table[^]*<\/table>/.exec(html)?.[0] ?? '').split('<tr').slice(1);
  const at = (head.match(/<th[^>]*>/g) ?? []).findIndex((cell) => cell.includes('id="today"'));
  return rows.map((row) => (row.split('<td')[at] ?? '').replace(/^[^>]*>|<[^>]*>/g, '').trim());
}

describe('the occupancy calendar', () => {
  it('tells each day of a month by room, and by bed of one room, with free beds', async () => {
    const { id } = (await police.open(needed)).body;
    await records('offerBed', { bedId: beds[2] }, id);
    await agrees(id);
    await records('admit', {}, id);
    const today = formatDay(await dayIn('P0D'), 'en');
    const page = await house.visit('/shelter/occupancy');
    expect(page.text).toContain(`${today} (today)`);
    expect(columnOfToday(page.html)).toEqual(['3', '2 of 3 free', '1 of 1 free']);
    const room = /href="([^"]+)">Room 1</.exec(page.html)?.[1]?.replace('&amp;', '&') ?? '';
    const byBed = await house.visit(room);
    expect(columnOfToday(byBed.html)).toEqual(['2', 'free', 'free', 'occupied']);
    expect(byBed.html).toContain('<caption');
    const earlier = /rel="prev" href="([^"]+)"/.exec(byBed.html)?.[1]?.replace('&amp;', '&') ?? '';
    const before = await house.visit(earlier);
    expect([before.status, before.text.includes('Room 1')]).toEqual([200, true]);
    expect(before.text).not.toContain('(today)');
  });

  it('has every day of the month that is asked for, and this month for nonsense', async () => {
    const days = async (month: string) =>
      (await house.visit(`/shelter/occupancy?month=${month}`)).html.match(/<th scope="col"/g)?.length;
    expect(await Promise.all(['2028-02', '2027-02', '2026-12'].map(days))).toEqual([30, 29, 32]);
    const { html, text } = await house.visit('/shelter/occupancy?month=2026-13');
    expect(text).toContain('(today)');
    expect(html.match(/(href|id)="[^"]*\btoday"/g)).toEqual(['href="#today"', 'id="today"']);
    const other = await house.visit('/shelter/occupancy?month=2031-01');
    expect(other.html.match(/(href|id)="[^"]*\btoday"/g)).toEqual(['href="/shelter/occupancy#today"']);
  });
});

describe('the oversight of a house', () => {
  it('has what is owed, who stays past the term, restrictions, and who left, with their timelines', async () => {
    const lastDay = await dayIn('P9D');
    const { id, number: restricted } = (await police.open({ ...needed, person: { name: 'Gizli Sınaqlı' } }))
      .body;
    await records('offerBed', { bedId: beds[0] }, id);
    await agrees(id);
    await records('admit', {}, id);
    await records(
      'recordRestriction',
      {
        restrictions: ['goingOut', 'telephone'],
        legalBasis: 'court',
        ...parts('endsOn', lastDay),
        explanation: 'Uydurma əsas.',
      },
      id,
    );
    const { number: waiting } = (await police.open(needed)).body;
    const supervisor = await Visitor.signedIn(application.url, 'shelterSupervisor', demoPassword);
    const page = await supervisor.visit('/shelter/oversight');
    expect(page.text).toMatch(new RegExp(`Requests to answer \\(1\\) ${waiting} : acceptance, 3 hours left`));
    expect(page.text).toMatch(
      new RegExp(
        `${restricted} : going out, telephone\\. Legal basis: decision of a court\\..* Last day: ${formatDay(lastDay, 'en')}`,
      ),
    );
    expect(page.text).toMatch(
      new RegExp(`Emergency transfers of the last 30 days \\(1\\) ${number} : safety\\.`),
    );
    expect(page.text).toMatch(
      new RegExp(`Departures of the last 30 days \\(1\\) ${number} : own wish; where to: family\\.`),
    );
    await passes('P45D');
    const later = await supervisor.visit('/shelter/oversight');
    expect(later.text).toMatch(/Stays past their term \(2\)/);
    expect(later.text).toContain(
      `The last day has passed: ${formatDay(lastDay, 'en')}. The restriction has not been lifted.`,
    );
    expect(later.text).toContain('Departures of the last 30 days (0)');
    expect(page.text + later.text).not.toContain('Gizli');
    for (const link of later.html.matchAll(/href="(\/cases\/[^"]+\/timeline)"/g))
      expect([link[1], (await supervisor.visit(link[1] ?? '')).status]).toEqual([link[1], 200]);
    expect((await supervisor.visit('/shelter/beds')).html).not.toContain('out-of-service');
    expect((await supervisor.visit('/shelter/occupancy')).status).toBe(200);
  });

  it('is for who supervises that house alone', async () => {
    expect((await house.visit('/shelter/oversight')).status).toBe(403);
    const supervisor = await Visitor.signedIn(application.url, 'supervisor', demoPassword);
    expect((await supervisor.visit('/shelter/oversight')).status).toBe(403);
    expect((await supervisor.visit('/')).html).not.toContain('href="/shelter');
  });
});

it('does not offer a house to send a child away', async () => {
  const keeper = await application.signIn('shelter2');
  const { id } = (await police.open({ ...needed, ageStatus: 'child' })).body;
  const offer = await keeper.give(id, 'placement', 'offerBed', { bedId: childBed });
  await agrees(id);
  const admission = await keeper.give(id, 'placement', 'admit');
  expect([offer.status, admission.status]).toEqual([200, 200]);
  const page = await (await Visitor.signedIn(application.url, 'shelter2', demoPassword)).visit('/shelter');
  expect(page.text).toMatch(
    /Here \(1\).*Child\. .*Where the child goes is decided by the guardianship body\./,
  );
  expect([linkTo(page, 'depart', id), linkTo(page, 'recordAbsence', id) !== '']).toEqual(['', true]);
});
