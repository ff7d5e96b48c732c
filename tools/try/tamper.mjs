import { Person, say, scene } from './ground.mjs';

/** `npm run try:tamper`: somebody who rules over the database changes the past, and the verifier says where. */
const tricks = [
  [
    'changes what one entry says',
    [`update timeline_entries set payload = payload || '{"x": 1}' where case_id = $1 and seq = 3`],
  ],
  [
    'puts an entry a day back',
    [
      `update timeline_entries set happened_at = happened_at - interval '1 day' where case_id = $1 and seq = 2`,
    ],
  ],
  ['deletes an entry', ['delete from timeline_entries where case_id = $1 and seq = 2']],
  ['cuts off the end', ['delete from timeline_entries where case_id = $1 and seq > 2']],
  [
    'puts two entries in each other’s place',
    [
      'update timeline_entries set seq = 900 where case_id = $1 and seq = 2',
      'update timeline_entries set seq = 2 where case_id = $1 and seq = 3',
      'update timeline_entries set seq = 3 where case_id = $1 and seq = 900',
    ],
  ],
  [
    'declares her identified without a decision',
    [`update procedure_instances set state = 'identified' where case_id = $1 and type = 'identification'`],
  ],
];

await scene('Tampering: what is found?', async (place) => {
  const web = await place.web();
  const police = await Person.signedIn(web.origin, 'police', place.password);
  const { id, number } = await police.open();
  await police.give(id, 'identification', 'presume', { grounds: 'Sənədi alınıb.' });
  say(`A case was opened and its person presumed a victim: ${number}.`);
  let sound = await place.verify(number);
  for (const [what, statements] of tricks) {
    await place.sql('create table kept_entries as select * from timeline_entries');
    await place.sql('create table kept_instances as select * from procedure_instances');
    say(`\nThe ruler of the database ${what}.`);
    for (const statement of statements) await asOwner(place, statement, id);
    const found = !(await place.verify(number));
    sound = sound && found;
    if (!found) say('  NOT FOUND');
    await putBack(place);
  }
  say('\nEverything is put back.');
  return (await place.verify(number)) && sound;
});

/** Rights and triggers stop the application; a superuser switches them off. */
function asOwner({ sql }, statement, caseId) {
  return sql(
    `do $do$ begin set local session_replication_role = replica; execute ${quoted(statement)} using ${quoted(caseId)}::uuid; end $do$`,
  );
}

async function putBack({ sql }) {
  await sql(`do $do$ begin set local session_replication_role = replica;
    delete from timeline_entries; insert into timeline_entries select * from kept_entries;
    delete from procedure_instances; insert into procedure_instances select * from kept_instances; end $do$`);
  await sql('drop table kept_entries, kept_instances');
}

function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`;
}
