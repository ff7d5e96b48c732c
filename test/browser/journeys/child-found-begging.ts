import { addDuration } from '#libs/calendar';
import type { Person } from './person.js';
import { scenesOn, type Stage } from './stage.js';

const name = 'Balaca Sınaqlı';
const why = 'An invented explanation.';

/** A child of whom nobody knows the age, in English and without scripts, through the pages of all who answer for her. */
export function childFoundBegging(stage: () => Stage): void {
  const scene = scenesOn(stage);
  let local: Person;
  let guardian: Person;
  let house: Person;
  let admin: Person;
  let number: string;
  const someone = (username: Parameters<Stage['person']>[0]) =>
    stage().person(username, 'en', { scripts: false });

  const representative = {
    'Was it checked that there is no conflict of interest?': 'Yes',
    'Relation to the child': 'Social worker',
  };

  scene(
    'is asked for nothing: the guardianship body and a house are asked for her, by themselves',
    async () => {
      local = await someone('local');
      await local.follows('New case');
      await local.answers({ 'Is the person a child or an adult?': 'Not sure' });
      await local.presses('Continue');
      expect(await local.reads()).not.toContain('Consent to refer to the Main Department');
      await local.selects('Source', 'Local executive authority');
      await local.dates('Encountered at', await stage().now());
      await local.selects('District', 'Baku, Nasimi');
      await local.answers({ 'Immediate danger': 'Yes', 'Needs shelter': 'Yes' });
      await local.writes({ Name: name });
      await local.presses('Open the case');
      number = /AZ-\d{4}-\d{6}/.exec(await local.reads())?.[0] ?? '';
      expect(await local.reads()).toMatch(
        /Interim representative \(Guardianship and trusteeship: body notified\)\. 23 hours left/,
      );
      await local.follows('To the case');
      expect(await local.strip()).toMatchObject({ Age: 'age in doubt, treated as a child' });
      expect(await local.reads()).toMatch(/Handoff \(guardianship.*\): sent.*Handoff \(shelter\): sent/i);
    },
  );

  scene('stands in the queue of the body with her clocks, and is accepted from there', async () => {
    guardian = await someone('guardian');
    await guardian.follows('Children');
    expect(await guardian.reads()).toMatch(
      /Waits to be accepted \(1\).*Nobody represents the child yet\. .*Interim representative: 23 hours left/,
    );
    await guardian.does('Accept');
    expect(await guardian.strip()).toMatchObject({
      'Next step': 'Appoint an interim representative',
    });
    const elsewhere = await someone('guardian2');
    await elsewhere.follows('Children');
    expect(await elsewhere.reads()).toContain('Children handed to your body would appear here.');
  });

  scene('is housed the same night', async () => {
    house = await someone('shelter2');
    await house.follows('Handoffs');
    await house.follows(`Case ${number}`);
    await house.does('Offer a bed', () => house.selects('Bed', 'Room 1, bed 1.1'));
    await local.opens(number);
    await local.does('Accept the offer', () => local.answers({ Interpreter: 'Not needed' }));
    await house.opens(number);
    await house.does('Admit');
    expect(await house.reads()).toMatch(/The person was admitted\..* Stay: \d+ (days|months) left/);
    await local.opens(number);
    expect(await local.reads()).toContain('Placement in a shelter: admitted');
    expect(await local.reads()).not.toContain('Nar Budağı');
  });

  scene('has an interim representative within the day', async () => {
    await guardian.follows('Children');
    await guardian.does('Appoint an interim representative', async () => {
      await guardian.answers(representative);
      await guardian.writes({ 'Name of the representative': 'Nümayəndə Sınaqlı' });
    });
    expect(await guardian.reads()).toContain('Guardianship and trusteeship: has an interim representative');
  });

  scene('is found to be a child by two disciplines, with her representative', async () => {
    const month = addDuration((await stage().now()).toISOString(), 'P3M').slice(0, 7);
    await guardian.does('Record an age assessment', async () => {
      await guardian.answers({
        ...{ Outcome: 'Child', Disciplines: ['Psychology', 'Medicine'] },
        'Representative present': 'Yes',
      });
      await guardian.writes({ 'Month of the eighteenth birthday': month, Report: why });
    });
    expect(await guardian.strip()).toMatchObject({ Age: 'child' });
  });

  scene('does not go back to a family that was not found safe', async () => {
    await guardian.does("Record the child's views", async () => {
      await guardian.answers({ 'Heard alone': 'Yes' });
      await guardian.writes({ "The child's views": 'Does not want to go back.' });
    });
    await guardian.does('Determine the best interests', async () => {
      await guardian.answers({ 'What it is about': 'Return to the family' });
      await guardian.writes({ Explanation: why });
    });
    await guardian.does('Record the family assessment', async () => {
      await guardian.answers({ Outcome: 'Not safe', 'Suspected parent or relative': 'Father' });
      await guardian.writes({ Explanation: why });
    });
    expect(await guardian.mayFollow('Confirm parental care')).toBe(false);
    await guardian.unfolds('Confirm parental care');
    expect(await guardian.reads()).toContain('The family was not found safe for the child.');
  });

  scene('is given a trustee, by her age and on her best interests', async () => {
    await guardian.follows('Children');
    await guardian.does('Appoint a guardian or trustee', async () => {
      await guardian.answers({ ...representative, Kind: 'Trustee' });
      await guardian.writes({ 'Name of the representative': 'Himayəçi Sınaqlı' });
    });
    expect(await guardian.strip()).toMatchObject({ 'Next step': 'Record a visit' });
  });

  scene('is spoken for before the commission on minors', async () => {
    await guardian.does('Refer to the commission', () =>
      guardian.answers({ Question: 'Social rehabilitation' }),
    );
    const commission = await someone('commission');
    await commission.follows('Commission');
    await commission.does('Accept');
    await commission.does('Record the decision of the commission', () =>
      commission.answers({ Decision: 'Rehabilitation plan approved' }),
    );
    expect(await commission.reads()).toContain('The part of your body in this case has ended.');
    await guardian.follows('Handoffs');
    await guardian.follows('Sent');
    expect(await guardian.reads()).toMatch(/: completed/i);
  });

  scene('is visited on a clock, and a missed visit is owed, nothing more', async () => {
    const visits = async () => {
      await guardian.follows('Children');
      await guardian.follows('Visits due');
    };
    const visit = async () => {
      await visits();
      await guardian.does('Record a visit', () =>
        guardian.answers({
          ...{ Outcome: 'The child is well', 'Who visited': 'Monitoring group' },
          'The child was seen alone': 'Yes',
        }),
      );
    };
    await visit();
    expect(await guardian.reads()).toContain('Guardianship and trusteeship: under monitoring');
    admin = await someone('admin');
    await admin.presses('30 days on');
    await admin.presses('7 days on');
    await visits();
    expect(await guardian.reads()).toMatch(/overdue.*Under monitoring\. Last visit: .* The child is well\./);
    await visit();
  });

  const ends = () =>
    guardian.does('End guardianship', async () => {
      await guardian.answers({ Reason: 'Came of age' });
      await guardian.writes({ Explanation: why });
    });

  scene('has her coming of age planned; before it nobody lets her go', async () => {
    await guardian.follows('Children');
    await guardian.follows('Turning eighteen');
    expect(await guardian.reads()).toContain('The transition is not planned yet.');
    await guardian.does('Plan the transition', () =>
      guardian.answers({ Services: ['Housing', 'Socio-legal service'] }),
    );
    await guardian.does('Determine the best interests', async () => {
      await guardian.answers({ 'What it is about': 'End of guardianship' });
      await guardian.writes({ Explanation: why });
    });
    await ends();
    expect(await guardian.reads()).toContain('The child has not come of age yet.');
  });

  scene('turns eighteen, and loses nothing by it', async () => {
    for (let month = 0; month < 3; month += 1) await admin.presses('30 days on');
    await guardian.follows('Worklist');
    expect(await guardian.reads()).toContain('The child came of age: decide what goes on');
    await guardian.follows(number);
    expect(await guardian.strip()).toMatchObject({ Age: 'child' });
    expect(await guardian.reads()).toContain('Guardianship and trusteeship: under monitoring');
    await house.follows('House today');
    expect(await house.reads()).toContain('Where the child goes is decided by the guardianship body.');
    expect(await house.mayFollow('Record her departure')).toBe(false);
  });

  scene('is let go by her guardianship body alone, and asked herself from then on', async () => {
    await ends();
    expect(await guardian.reads()).toContain('Guardianship ended.');
    await local.follows('Worklist');
    expect(await local.reads()).toContain('Ask the person whether she agrees to be referred');
    await local.follows(number);
    expect(await local.strip()).toMatchObject({ Age: 'adult (verified)' });
    await house.follows('House today');
    await house.does('Record her departure', () =>
      house.answers({ Reason: 'Own wish', 'Where to': 'Rented home' }),
    );
    expect(await house.reads()).toContain('The part of your body in this case has ended.');
  });

  scene('is unknown to the police to the end, and leaves a timeline that is whole', async () => {
    const police = await someone('police');
    expect(await police.reads()).not.toContain(number);
    await local.opens(number);
    await local.follows('Timeline');
    await local.presses('Check integrity');
    expect(await local.reads()).toContain('the chain is whole and every entry is in its place');
    const coordinator = await someone('coordinator');
    await coordinator.follows('Supervision');
    expect(await coordinator.reads()).toContain('Cases that nothing will bring up again would appear here.');
    await coordinator.opens(number);
    expect(await coordinator.reads()).not.toContain(name);
  });
}
