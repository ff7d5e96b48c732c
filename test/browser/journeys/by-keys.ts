import type { AtKeyboard } from './at-keyboard.js';
import type { Focus } from './eyes.js';

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A label, also where it says that the question need not be answered. */
const named = (label: string): RegExp => new RegExp(`^${literal(label)}( \\(optional\\))?$`);

/** Comes to a group of radios by Tab and goes on in it by arrows, which choose. */
export async function chooses(person: AtKeyboard, question: string, answer: string): Promise<void> {
  let focus: Focus | null = await person.tabsTo(/^/, named(question));
  if (focus.name === answer && focus.answer !== 'true') focus = await person.strikes('Space');
  for (let turn = 0; turn < 12 && focus?.name !== answer; turn += 1)
    focus = await person.strikes('ArrowDown');
  expect(focus).toMatchObject({ name: answer, answer: 'true', faults: [] });
}

/** Ticks boxes in the order in which they stand. */
export async function ticks(person: AtKeyboard, question: string, ...answers: string[]): Promise<void> {
  for (const answer of answers) {
    await person.tabsTo(named(answer), named(question));
    expect(await person.strikes('Space')).toMatchObject({ name: answer, answer: 'true' });
  }
}

/** Goes down a list by its arrow until the option stands there. */
export async function goesDownTo(person: AtKeyboard, label: string, option: string): Promise<void> {
  let focus: Focus | null = await person.tabsTo(named(label));
  for (let turn = 0; turn < 20 && focus?.answer !== option; turn += 1)
    focus = await person.strikes('ArrowDown');
  expect(focus?.answer).toBe(option);
}

/** Types how an option begins. */
export async function typesTo(person: AtKeyboard, label: string, option: string): Promise<void> {
  await person.tabsTo(named(label));
  await person.types(option);
  expect((await person.looks())?.answer).toBe(option);
}

export async function writes(person: AtKeyboard, label: string, text: string): Promise<void> {
  await person.tabsTo(named(label));
  await person.types(text);
}

/** A moment on the clocks of Baku, part by part. */
export async function dates(person: AtKeyboard, question: string, moment: Date): Promise<void> {
  const there = new Date(moment.getTime() + 4 * 3_600_000).toISOString();
  const parts = [
    ['Day', there.slice(8, 10)],
    ['Month', there.slice(5, 7)],
    ['Year', there.slice(0, 4)],
    ['Time', there.slice(11, 16)],
  ] as const;
  for (const [part, text] of parts) {
    await person.tabsTo(named(part), named(question));
    await person.types(text);
  }
}
