import { z } from 'zod';
import { builtInCatalogues, type Catalogue, dimensionNames, DIMENSIONS } from '#libs/indicators';
import { needsAt, unsuitableWords } from '#libs/procedures';
import { choice, choices, codes, count, day, flag, moment, ref, text, words } from '#libs/vocabulary';
import { questionsOf } from './answers.js';
import { type Choices, fieldsOf, noChoices } from './fields.js';
import { kindOf } from './field-kind.js';
import { faultLinks } from './form-faults.js';
import type { JsonSchema } from './json-schema.js';
import { momentParts } from './moments.js';
import { postedForm } from './posted.js';
import { readForm } from './read-form.js';

const label = words('sual', 'question');
const few = { one: words('bir', 'one'), two: words('iki', 'two') };
const many = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`c${n}`, words(`k${n}`, `c${n}`)]));

const signs = {
  'A.one': words('A əlaməti: bir', 'Sign A: one'),
  'A.two': words('A əlaməti: iki', 'Sign A: two'),
  'B.one': words('B əlaməti: bir', 'Sign B: one'),
};

const data = z.object({
  line: text('identity', label, { max: 100 }),
  story: text('statement', label).optional(),
  answer: choice(label, few),
  longList: choice(label, many).optional(),
  several: choices(label, few).optional(),
  perSign: choices(label, signs).optional(),
  signs: codes(label, { ref: 'indicator' }).optional(),
  desk: ref('body', label).optional(),
  bed: ref('bed', label).optional(),
  yes: flag(label),
  at: moment(label),
  on: day(label).optional(),
  howMany: count(label, 1, 5).optional(),
  attempts: z.array(moment(label)).max(5).meta({ data: 'code', label }).optional(),
});
const schema = z.toJSONSchema(data, { target: 'draft-2020-12', io: 'input' }) as JsonSchema;
const plain = { language: 'en' as const, choices: noChoices, typed: {}, faults: [] };

describe('the form of a command', () => {
  it('asks each kind of field in its own way', () => {
    const kinds = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, kindOf(field)]);
    expect(Object.fromEntries(kinds)).toEqual({
      line: 'text',
      story: 'textarea',
      answer: 'radios',
      longList: 'select',
      several: 'checkboxes',
      perSign: 'onePerGroup',
      signs: 'indicators',
      desk: 'body',
      bed: 'bed',
      yes: 'yesNo',
      at: 'moment',
      on: 'date',
      howMany: 'number',
      attempts: 'lines',
    });
  });

  it('gives back exactly what the schema takes', () => {
    const posted = postedForm({
      line: ' Aygün ',
      story: 'one\r\ntwo',
      answer: 'two',
      longList: 'c3',
      several: ['one', 'two'],
      'perSign-A': 'A.two',
      'perSign-B': 'B.one',
      signs: 'dr.wages',
      desk: '3f2f1f0e-0000-4000-8000-000000000001',
      yes: 'no',
      'at-day': '1',
      'at-month': '3',
      'at-year': '2026',
      'at-time': '9:05',
      'on-day': '27',
      'on-month': '3',
      'on-year': '2026',
      howMany: '3',
    });
    const read = readForm(schema, posted);
    expect(data.parse(read)).toEqual({
      line: 'Aygün',
      story: 'one\ntwo',
      answer: 'two',
      longList: 'c3',
      several: ['one', 'two'],
      perSign: ['A.two', 'B.one'],
      signs: ['dr.wages'],
      desk: '3f2f1f0e-0000-4000-8000-000000000001',
      yes: false,
      at: '2026-03-01T09:05:00+04:00',
      on: '2026-03-27',
      howMany: 3,
    });
  });

  it('leaves absent what was left empty, and never invents an answer', () => {
    expect(readForm(schema, postedForm({ line: '  ', answer: '', 'at-day': '', howMany: '' }))).toEqual({});
  });

  it('knows the summer time that Baku had until 2015', () => {
    const summer = { 'at-day': '1', 'at-month': '7', 'at-year': '2015', 'at-time': '20.30' };
    expect(readForm(schema, postedForm(summer))['at']).toBe('2015-07-01T20:30:00+05:00');
    expect(momentParts('2015-07-01T15:30:00.000Z')).toEqual({
      day: '1',
      month: '7',
      year: '2015',
      time: '20:30',
    });
  });

  it.each([
    ['a day that does not exist', { 'on-day': '31', 'on-month': '2', 'on-year': '2026' }, 'on'],
    ['a day without a year', { 'on-day': '31', 'on-month': '1', 'on-year': '' }, 'on'],
    ['a moment without a time', { 'at-day': '1', 'at-month': '2', 'at-year': '2026', 'at-time': '' }, 'at'],
    ['a moment at no hour', { 'at-day': '1', 'at-month': '2', 'at-year': '2026', 'at-time': '25:00' }, 'at'],
    ['words for a number', { howMany: 'three' }, 'howMany'],
  ])('passes %s on to be refused by the schema', (_, posted, field) => {
    const result = data.partial().safeParse(readForm(schema, postedForm(posted)));
    expect(new Set(result.error?.issues.map(({ path }) => path[0]))).toEqual(new Set([field]));
  });

  it('shows faults in words beside their field, and keeps what was typed', () => {
    const typed = { line: 'kept', 'at-day': '31' };
    const faults = [{ pointer: '/at', code: 'not-a-datetime' }];
    const fields = fieldsOf(schema, { ...plain, typed, faults });
    const named = (name: string) => fields.find((field) => field.name === name);
    expect(named('line')).toMatchObject({ value: 'kept', required: true, fault: undefined });
    expect(named('at')?.parts.day).toBe('31');
    expect(named('at')?.fault).toContain('Question: enter a date and a time');
    expect(named('story')?.label).toBe('Question (optional)');
  });

  it('names a question that was not answered without its mark', () => {
    const asked = z.object({ sure: flag(words('əminsiniz?', 'are you sure?')) });
    const faults = [{ pointer: '/sure', code: 'required', values: {} }];
    const [field] = fieldsOf(z.toJSONSchema(asked) as JsonSchema, { ...plain, faults });
    expect([field?.label, field?.fault]).toEqual(['Are you sure?', 'Are you sure: give an answer']);
  });

  it('leaves out what may stay empty and has nothing to choose from, never what must be answered', () => {
    const names = (...required: string[]) => fieldsOf({ ...schema, required }, plain).map(({ name }) => name);
    expect(names()).toEqual(expect.arrayContaining(['line', 'answer', 'longList', 'on', 'attempts']));
    expect(names()).not.toEqual(expect.arrayContaining(['desk']));
    expect(names('desk', 'bed')).toEqual(expect.arrayContaining(['desk', 'bed']));
  });

  it('offers to leave an optional answer out, and only that one', () => {
    const values = (name: string) =>
      fieldsOf(schema, plain)
        .find((field) => field.name === name)
        ?.options.map(({ value }) => value);
    expect(values('answer')).toEqual(['one', 'two']);
    expect(values('yes')).toEqual(['yes', 'no']);
    expect(values('longList')?.[0]).toBe('');
  });

  it.each([
    ['en', 'Room 7, bed 7.1', 'Room 9, bed 9.1 – does not suit: for men only, not accessible'],
    ['az', 'Otaq 7, çarpayı 7.1', 'Otaq 9, çarpayı 9.1 – uyğun deyil: yalnız kişilər üçün, əlçatan deyil'],
  ] as const)(
    'offers the free beds of the house, and says why one does not suit: %s',
    (language, ...said) => {
      const asked = z.toJSONSchema(z.object({ bedId: ref('bed', label) }), { io: 'input' }) as JsonSchema;
      const needs = needsAt('adult', { sex: 'female', accessible: true });
      const [sex, accessibility] = (['sex', 'accessibility'] as const).map((code) => ({
        code,
        label: unsuitableWords(code, needs),
      }));
      if (!sex || !accessibility) throw new Error('no reasons');
      const beds: Choices['beds'] = [
        { id: '3f2f1f0e-0000-4000-8000-00000000000c', room: '7', bed: '7.1', unsuitable: [] },
        {
          id: '3f2f1f0e-0000-4000-8000-00000000000d',
          room: '9',
          bed: '9.1',
          unsuitable: [sex, accessibility],
        },
      ];
      const [field] = fieldsOf(asked, { ...plain, language, choices: { ...noChoices, beds } });
      expect(field?.options.slice(1).map(({ text: said }) => said)).toEqual(said);
    },
  );

  it('asks once of each group, says the group above its answers, and keeps the one that was chosen', () => {
    const typed = { 'perSign-A': 'A.two' };
    const faults = [{ pointer: '/perSign', code: 'required' }];
    const fields = fieldsOf(schema, { ...plain, language: 'az', typed, faults });
    expect(fields.find(({ name }) => name === 'perSign')?.groups).toEqual([
      {
        name: 'perSign-A',
        title: 'A əlaməti',
        value: 'A.two',
        options: [
          { value: 'A.one', text: 'Bir' },
          { value: 'A.two', text: 'İki' },
        ],
      },
      { name: 'perSign-B', title: 'B əlaməti', value: '', options: [{ value: 'B.one', text: 'Bir' }] },
    ]);
    expect(faultLinks(fields, faults, 'az').map(({ href }) => href)).toEqual(['#perSign-1']);
  });

  it.each(['az', 'en'] as const)('asks of a decision what was found on each dimension: %s', (language) => {
    const { reasons } = questionsOf('identification', 'proposeDecision').properties ?? {};
    const [field] = fieldsOf({ properties: { reasons: reasons ?? {} } }, { ...plain, language });
    expect(field?.groups.map(({ title }) => title)).toEqual(
      DIMENSIONS.map((each) => dimensionNames[each][language]),
    );
    expect(field?.groups.map(({ options }) => options.length)).toEqual(DIMENSIONS.map(() => 3));
  });

  it('groups the indicators of the chosen list by dimension', () => {
    const groups = (catalogue?: Catalogue) =>
      fieldsOf(schema, { ...plain, choices: { ...noChoices, catalogue } }).find(
        ({ kind }) => kind === 'indicators',
      )?.groups ?? [];
    const { labourAdult, forcedLabour } = builtInCatalogues;
    expect(groups(labourAdult).map(({ title }) => title)[0]).toBe('Deceptive recruitment');
    expect(groups(labourAdult)[0]?.options.map(({ value }) => value)).toContain('dr.wages');
    expect(groups(labourAdult).flatMap(({ options }) => options)).toHaveLength(labourAdult.indicators.length);
    expect(groups(forcedLabour)).toHaveLength(1);
    expect(groups()).toEqual([]);
  });
});

describe('a posted form', () => {
  it('keeps only texts and lists of texts', () => {
    expect(postedForm({ a: 'x', b: ['y', 3], c: { deep: 'no' }, d: [] })).toEqual({ a: 'x', b: ['y'] });
    expect(postedForm(undefined)).toEqual({});
  });
});
