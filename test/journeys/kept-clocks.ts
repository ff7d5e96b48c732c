import { warningsOf } from '#libs/calendar';
import type { TestApplication } from '../support/application.js';

interface Settled {
  readonly caseId: string;
  readonly what: string;
  readonly at: Date;
  readonly due: Date;
}

/** What clocks left in the database over all cases, and what of it is not as it must be: each list is empty then. */
export class KeptClocks {
  constructor(private readonly application: TestApplication) {}

  /** Expiries and clock entries that do not belong together one to one, by procedure, name and the due time. */
  firedOtherThanOnce() {
    return this.application.sql(`
      select coalesce(d.procedure || '.' || d.name, e.procedure || '.' || e.command) as what,
        coalesce(d.due_at, e.happened_at) as at, count(distinct d.id)::int as expiries, count(e.seq)::int as entries
      from (select * from deadlines where state = 'passed') d
        full join (select * from timeline_entries where actor_role = 'clock') e
          on e.procedure_id = d.procedure_id and e.command = d.name || 'Passed' and e.happened_at = d.due_at
      group by 1, 2, coalesce(d.procedure_id, e.procedure_id) having count(distinct d.id) <> 1 or count(e.seq) <> 1`);
  }

  /** Due, and still not dealt with. */
  leftBehind() {
    return this.application.sql(`
      select name from deadlines where state = 'running' and due_at <= now_domain() union all
      select d.name || ' ' || r.percent from reminders r join deadlines d on d.id = r.deadline_id
        where r.state = 'pending' and r.due_at <= now_domain()`);
  }

  /** Reminders and expiries of clocks that passed or run, in the state they must have where no worker was away. */
  remindedOtherThanOnce() {
    return this.application.sql(`
      select d.procedure || '.' || d.name as what, d.state as clock, r.percent, r.state from deadlines d
        left join reminders r on r.deadline_id = d.id
      where r.state is distinct from case
        when d.state = 'passed' or r.due_at <= coalesce(d.ended_at, now_domain()) then 'sent'
        when d.state = 'stopped' then 'stopped' else 'pending' end`);
  }

  /** Reminders before the expiry that were sent, against the notices that went out: as many of each kind. */
  noticesAmiss() {
    return this.application.sql(`
      with sent as (
        select d.procedure_id as procedure, d.name, 'deadline-' || r.percent as template, count(*) as times
        from reminders r join deadlines d on d.id = r.deadline_id where r.state = 'sent' and r.percent < 100 group by 1, 2, 3
      ), told as (
        select procedure_id as procedure, deadline as name, template, count(*) as times from notifications
        where template in ('deadline-50', 'deadline-80') group by 1, 2, 3
      )
      select * from sent full join told using (procedure, name, template) where sent.times is distinct from told.times`);
  }

  /** Reminders whose due time is not that share of their clock's term. */
  async misplaced(): Promise<string[]> {
    const rows = await this.application.sql<{ name: string; from: Date; to: Date; due: Date[] }>(`
      select d.name, d.started_at as from, d.due_at as to, array_agg(r.due_at order by r.percent) as due
      from deadlines d join reminders r on r.deadline_id = d.id group by d.id`);
    return rows
      .filter(({ from, to, due }) => {
        const right = warningsOf(from.toISOString(), to.toISOString()).map(({ at }) => at);
        return String(due.map((at) => at.toISOString())) !== String(right);
      })
      .map(({ name }) => name);
  }

  /** What was dealt with before something of the same case that had been due earlier. */
  async outOfOrder(): Promise<string[]> {
    const all = await this.settled();
    return all
      .filter(({ caseId, due }, index) => {
        const before = all[index - 1];
        return before?.caseId === caseId && before.due > due;
      })
      .map(({ what, due }) => `${what} of ${due.toISOString()}`);
  }

  /** What was dealt with more than ten minutes after its time. */
  async late(): Promise<string[]> {
    const all = await this.settled();
    return all.filter(({ at, due }) => Number(at) - Number(due) > 600_000).map(({ what }) => what);
  }

  /** Reminders and expiries by case, in the order in which they were dealt with. */
  private settled(): Promise<Settled[]> {
    return this.application.sql<Settled & Record<string, unknown>>(`
      select * from (
        select case_id as "caseId", procedure || '.' || command as what, recorded_at as at, happened_at as due
          from timeline_entries where actor_role = 'clock'
        union all
        select r.case_id, d.procedure || '.' || d.name || ' ' || r.percent, r.settled_at, r.due_at
          from reminders r join deadlines d on d.id = r.deadline_id where r.state in ('sent', 'overtaken') and r.percent < 100
      ) as settled order by "caseId", at, due`);
  }

  /** Expiries of a case, as `procedure.name`, in due order. */
  passed(caseId: string, since = '2000-01-01T00:00:00Z'): Promise<string[]> {
    return this.lines(
      `select procedure || '.' || name as line from deadlines where case_id = $1 and state = 'passed' and due_at > $2
       order by due_at, line`,
      caseId,
      since,
    );
  }

  /** Who was told that a handoff is not answered, in the order of the telling. */
  rungs(caseId: string): Promise<string[]> {
    return this.lines(
      `select b.code as line from notifications n join bodies b on b.id = n.body_id
       where n.case_id = $1 and n.template = 'handoff-overdue' order by n.created_at`,
      caseId,
    );
  }

  /** Warnings about a case that went out before an expiry. */
  warned(caseId: string): Promise<string[]> {
    return this.lines(
      `select template || ' of ' || deadline as line from notifications
       where case_id = $1 and template in ('deadline-50', 'deadline-80') order by created_at`,
      caseId,
    );
  }

  /** Reminders of a clock of a case by their share of its term. */
  async reminders(caseId: string, name: string): Promise<Record<string, string>> {
    const rows = await this.application.sql<{ percent: number; state: string }>(
      `select r.percent, r.state from reminders r join deadlines d on d.id = r.deadline_id
       where d.case_id = $1 and d.name = $2`,
      [caseId, name],
    );
    return Object.fromEntries(rows.map(({ percent, state }) => [percent, state]));
  }

  private async lines(text: string, ...values: string[]): Promise<string[]> {
    const rows = await this.application.sql<{ line: string }>(text, values);
    return rows.map(({ line }) => line);
  }
}
