import { keepsHouse } from '../../support/houses.js';
import { demoPassword } from '../../support/application.js';
import type { DemoUsername } from '../../../src/access/index.js';
import { browserIsHere } from '../browser.js';
import { AtKeyboard } from './at-keyboard.js';
import * as by from './by-keys.js';
import { scenesOn, Stage } from './stage.js';

const here = browserIsHere();
const describeInBrowser = here ? describe : describe.skip;

let stage: Stage;
let police: AtKeyboard;
let house: AtKeyboard;
let guardian: AtKeyboard;
let number: RegExp;

beforeAll(async () => {
  if (!here) return;
  stage = await Stage.set();
  const worker = await stage.application.signIn('shelter2');
  await keepsHouse(worker, { region: 'baku-nasimi', rooms: [{ name: '1', beds: 1 }] });
}, 120_000);
afterAll(() => stage?.strike());

const scene = scenesOn(() => stage);

/** A screen magnified to twice its size. */
const viewport = { width: 640, height: 480 };

/** Signs in without a mouse, in English. */
async function somebody(username: DemoUsername, javaScriptEnabled = true): Promise<AtKeyboard> {
  const person = new AtKeyboard(await stage.desk(username, { javaScriptEnabled, viewport }), stage);
  await person.opensThe(`${stage.application.url}/sign-in`);
  await person.follows(/^English$/);
  await by.writes(person, 'Username', username);
  await by.writes(person, 'Password', demoPassword);
  await person.presses('Enter');
  return person;
}

/** Goes through a page whole, from its beginning to its end, and then past its head to what it is about. */
async function goesThrough(person: AtKeyboard, path: RegExp): Promise<void> {
  expect(person.path).toMatch(path);
  await person.walks();
  await person.skips();
}

const planted = `<style>a:focus { outline: 0 } #faint:focus { outline: 2px solid #eee }
  #under { position: fixed; inset: auto auto 0 0 } #over { position: fixed; inset: auto 0 0 0; margin: 0; height: 4em; background: #fff }
  </style><a href="#x">Plain</a> <a id="faint" href="#y">Faint</a> <button tabindex="2">Ahead</button>
  <button id="under">Under</button><p id="over"></p> <button tabindex="-1">Beyond</button>`;

describeInBrowser('With the keyboard alone', () => {
  scene('what cannot be seen, or not be reached, would be found', async () => {
    const person = new AtKeyboard(await stage.desk('nobody', {}), stage);
    await person.opensThe(`data:text/html,${encodeURIComponent(planted)}`);
    await expect(person.walks()).rejects.toThrow('Beyond');
    expect(stage.troubles.splice(0).map((trouble) => trouble.replace(/^.*: "/, '"'))).toEqual([
      '"Ahead" is out of the order of reading',
      '"Plain" does not show that it has the focus',
      '"Faint" does not show that it has the focus',
      '"Under" is out of sight',
    ]);
  });

  scene('the police sign in; every page begins with a way past its head', async () => {
    police = await somebody('police');
    await goesThrough(police, /^\/$/);
    expect((await police.tabs())?.name).toBe('New case');
    await police.presses('Enter');
    await police.skips();
    await by.chooses(police, 'Is the person a child or an adult?', 'A child');
    await police.presses('Enter');
    await goesThrough(police, /^\/cases\/new\/child$/);
  });

  scene('a faulty form begins with its faults, each with a way to its question', async () => {
    await police.follows(/^Open the case$/);
    expect((await police.looks())?.name).toMatch(/^There is a problem/);
    const faults = ['Needs shelter', 'Immediate danger', 'Encountered at', 'Source'];
    for (const fault of faults) {
      await police.tabsTo(new RegExp(`^${fault}:`), /^/, fault === faults[0] ? 'Tab' : 'Shift+Tab');
      const question = await police.strikes('Enter');
      expect([question?.group, question?.name]).toContain(fault);
    }
  });

  scene('an urgent case of a child is opened', async () => {
    await police.tabs('Shift+Tab');
    await by.goesDownTo(police, 'Source', 'Police');
    await by.dates(police, 'Encountered at', await stage.now());
    await by.typesTo(police, 'District', 'Baku, Nasimi');
    await by.writes(police, 'Name', 'Sınaq Sınaqlı');
    await by.chooses(police, 'Immediate danger', 'Yes');
    await by.chooses(police, 'Needs shelter', 'Yes');
    await police.presses('Enter');
    const [found = 'none'] = /AZ-\d{4}-\d{6}/.exec(await police.reads()) ?? [];
    number = new RegExp(found);
    await police.skips();
    await police.follows(/^To the case$/);
    await goesThrough(police, /^\/cases\//);
  });

  scene('boxes are ticked: what the police saw', async () => {
    await police.follows(/^Record indicators$/);
    await police.skips();
    await police.follows(/Labour exploitation, children/);
    await police.walks();
    await police.skips();
    await by.ticks(police, 'Exploitation', 'Excessive working days or hours');
    await police.follows(/^Record indicators$/);
    expect(await police.reads()).toContain('Indicators recorded');
  });

  scene('a child is seen in the queue, looked at and accepted', async () => {
    guardian = await somebody('guardian');
    await guardian.follows(/^Children/);
    await goesThrough(guardian, /^\/children$/);
    await guardian.follows(number);
    expect(await guardian.reads()).toContain('only a part of the case is shown');
    await guardian.follows(/^Children/);
    await guardian.follows(/^Accept /);
    await guardian.skips();
    await guardian.follows(/^Accept$/);
    expect(await guardian.reads()).toContain('Handoff accepted.');
    await guardian.follows(/^Handoffs/);
    await goesThrough(guardian, /^\/inbox$/);
  });

  scene('a bed is offered and accepted, and her arrival is recorded', async () => {
    house = await somebody('shelter2');
    await house.follows(/^House today/);
    await house.skips();
    await house.follows(/^Offer a bed/);
    await house.skips();
    await by.goesDownTo(house, 'Bed', 'Room 1, bed 1.1');
    await house.follows(/^Offer a bed$/);
    await police.follows(/^Worklist/);
    await goesThrough(police, /^\/$/);
    await police.follows(number);
    await police.skips();
    await police.follows(/^Accept the offer/);
    await police.skips();
    await by.chooses(police, 'Interpreter', 'Not needed');
    await police.follows(/^Accept the offer$/);
    await house.follows(/^House today/);
    await goesThrough(house, /^\/shelter$/);
    await house.follows(/^Admit/);
    await house.skips();
    await house.follows(/^Admit$/);
    expect(await house.reads()).toContain('The person was admitted.');
  });

  scene('what is folded away opens; a statechart is moved by arrows', async () => {
    const folded = await police.unfolds();
    expect(folded).toEqual(expect.arrayContaining([expect.stringMatching(/^Why can’t I\?/)]));
    await police.walks();
    await police.tabsTo(/^Statechart: Identification$/);
    await police.scrolls('ArrowRight');
  });

  scene('the supervisor reads a timeline and checks it, without scripts too', async () => {
    for (const javaScript of [true, false]) {
      const supervisor = await somebody('supervisor', javaScript);
      await goesThrough(supervisor, /^\/$/);
      await supervisor.follows(number);
      await supervisor.skips();
      await supervisor.follows(/^Timeline$/);
      await supervisor.skips();
      await supervisor.follows(/^Check integrity$/);
      expect(await supervisor.reads()).toContain('the chain is whole and every entry is in its place');
      await supervisor.follows(/^Sign out$/);
      expect(supervisor.path).toBe('/sign-in');
    }
  });
});
