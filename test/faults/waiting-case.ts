import { startApplication, type TestApplication } from '../support/application.js';
import { until } from '../support/until.js';

/** How long the case is left alone: time for its first clocks, and for those that they start, to pass. */
const absence = 3 * 24 * 3_600_000;

/** A case with handoffs on their way and clocks that run, and no worker that looks after it. */
export interface WaitingCase {
  readonly application: TestApplication;
  readonly id: string;
  /** Three days go by in domain time. */
  threeDaysPass(): Promise<void>;
  /** What a dead worker held becomes free at once, instead of some seconds later. */
  leasesEnd(): Promise<void>;
  /** Until nothing is due and nothing waits in the outbox. */
  settles(): Promise<void>;
  /** Everything that the case left in the database, counted by kind. */
  census(): Promise<readonly string[]>;
  /** What the Coordinator finds wrong with its timeline. */
  broken(): Promise<readonly unknown[]>;
}

/** An adult met by the police, presumed a victim; a shelter is asked. Nobody answers. */
export async function waitingCase(): Promise<WaitingCase> {
  const application = await startApplication({ clock: 'training' });
  const police = await application.signIn('police');
  const { body } = await police.open({
    district: 'baku-nasimi',
    safety: { immediateDanger: false, needsShelter: true },
    consent: { referToMainDepartment: 'yes', services: 'yes', shelter: 'yes' },
  });
  const presumed = await police.give(body.id, 'identification', 'presume', { grounds: 'Borc əsarəti.' });
  if (presumed.status !== 200) throw new Error(JSON.stringify(presumed.body));
  return {
    application,
    id: body.id,
    threeDaysPass: async () => {
      await application.sql('select advance_domain_clock($1)', [absence]);
    },
    leasesEnd: async () => {
      await application.sql(`update deadlines set sweep_after = null where state = 'running'`);
      await application.sql(
        'update outbox_messages set available_at = clock_timestamp() where done_at is null',
      );
    },
    settles: () => until('the case to settle', () => isSettled(application), 60_000),
    census: () => census(application),
    broken: async () => {
      const coordinator = await application.signIn('coordinator');
      const { body: report } = await coordinator.get<{ items: unknown[] }>('/supervision/integrity');
      return report.items;
    },
  };
}

async function isSettled({ sql }: TestApplication): Promise<boolean> {
  const [open] = await sql<{ due: number; messages: number }>(
    `select (select count(*)::int from deadlines where state = 'running' and due_at <= now_domain()) as due,
      (select count(*)::int from outbox_messages where done_at is null) as messages`,
  );
  return open?.due === 0 && open.messages === 0;
}

async function census({ sql }: TestApplication): Promise<readonly string[]> {
  const rows = await sql<{ line: string }>(`
    with things as (
      select 'case ' || head_seq as thing from cases
      union all select 'entry ' || procedure || '.' || command || ' to ' || to_state from timeline_entries
      union all select 'receipt' from command_receipts
      union all select 'deadline ' || procedure || '.' || name || ' ' || state from deadlines
      union all select 'reminder ' || d.name || ' ' || r.percent || ' ' || r.state
        from reminders r join deadlines d on d.id = r.deadline_id
      union all select 'notification ' || n.template || coalesce(' of ' || n.deadline, '') || ' to ' || b.code
        from notifications n join bodies b on b.id = n.body_id
      union all select 'handoff ' || h.purpose || ' to ' || b.code || ' ' || h.state || ' ' || h.escalation
        from handoffs h join bodies b on b.id = h.to_body_id
      union all select 'task ' || t.code || ' of ' || b.code || ' ' || (t.closed_at is null)
        from tasks t join bodies b on b.id = t.body_id
      union all select 'participant ' || b.code || ' ' || p.level || ' ' || (p.ended_at is null)
        from participations p join bodies b on b.id = p.body_id
      union all select 'message ' || queue || '/' || name || ' ' || (done_at is not null) from outbox_messages
      union all select 'words ' || compartment || ' ' || field from vault_items
    )
    select count(*) || ' × ' || thing as line from things group by thing order by thing`);
  return rows.map(({ line }) => line);
}
