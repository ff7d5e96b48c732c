import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casePolicy } from './policies.js';

/** The case, its procedure instances and its timeline. The timeline is append-only by the rights of the database. */
export class Cases1700000000020 implements MigrationInterface {
  readonly name = 'Cases1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence case_numbers;

      create table cases (
        id uuid primary key,
        number text not null unique,
        opened_at timestamptz not null,
        opened_by_body_id uuid not null references bodies,
        owner_body_id uuid not null references bodies,
        owner_officer_id uuid references accounts,
        revision integer not null,
        head_seq integer not null,
        head_hash text not null check (head_hash ~ '^[0-9a-f]{64}$'),
        constraint head_covers_revision check (head_seq >= 1 and revision >= 1)
      );
      comment on column cases.head_seq is 'Number of timeline entries; fewer in the table means truncation.';

      create table procedure_instances (
        id uuid primary key,
        case_id uuid not null references cases deferrable initially deferred,
        type text not null,
        machine text not null,
        revision integer not null check (revision >= 1),
        state text not null,
        tags text[] not null,
        context jsonb not null,
        clocks jsonb not null,
        since timestamptz not null,
        final boolean not null,
        position integer not null
      );
      create index on procedure_instances (case_id);
      create index on procedure_instances (type, state);

      create table timeline_entries (
        case_id uuid not null references cases deferrable initially deferred,
        seq integer not null check (seq >= 1),
        cause_seq integer,
        type text not null,
        version integer not null,
        recorded_at timestamptz not null,
        happened_at timestamptz not null,
        actor_id uuid,
        actor_role text not null,
        actor_body_id uuid,
        procedure text not null,
        procedure_id uuid not null,
        machine text not null,
        command text not null,
        from_state text,
        to_state text not null,
        links jsonb not null check (jsonb_array_length(links) between 1 and 3),
        legal_basis jsonb not null,
        plan_version text not null,
        payload jsonb not null,
        previous_hash text not null,
        hash text not null,
        primary key (case_id, seq),
        constraint cause_comes_first check (cause_seq < seq),
        constraint happened_not_later check (happened_at <= recorded_at)
      );
      create index on timeline_entries (procedure_id);

      create table command_receipts (
        account_id uuid not null references accounts,
        key text not null,
        request_hash text not null,
        case_id uuid not null,
        first_seq integer not null,
        last_seq integer not null,
        created_at timestamptz not null default clock_timestamp(),
        primary key (account_id, key)
      );

      create table case_links (
        case_id uuid not null references cases deferrable initially deferred,
        linked_case_id uuid not null,
        relation text not null,
        since timestamptz not null,
        primary key (case_id, linked_case_id, relation)
      );

      create table deadlines (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references cases deferrable initially deferred,
        procedure_id uuid not null,
        procedure text not null,
        name text not null,
        started_at timestamptz not null,
        due_at timestamptz not null,
        state text not null check (state in ('running', 'stopped', 'passed')),
        provisional boolean not null,
        duration text not null,
        legal_basis text not null,
        verified boolean not null,
        ladder boolean not null,
        ended_at timestamptz,
        constraint due_after_start check (due_at >= started_at),
        constraint ended_unless_running check ((state = 'running') = (ended_at is null))
      );
      create unique index deadlines_one_running on deadlines (procedure_id, name) where state = 'running';
      create index deadlines_due on deadlines (due_at) where state = 'running';
      create index on deadlines (case_id);

      create table reminders (
        deadline_id uuid not null references deadlines,
        case_id uuid not null,
        percent integer not null check (percent between 1 and 100),
        due_at timestamptz not null,
        state text not null default 'pending' check (state in ('pending', 'sent', 'overtaken', 'stopped')),
        settled_at timestamptz,
        primary key (deadline_id, percent)
      );
      create index reminders_due on reminders (due_at) where state = 'pending';

      create table handoffs (
        id uuid primary key,
        case_id uuid not null references cases deferrable initially deferred,
        kind text not null check (kind in ('share', 'transfer', 'request')),
        purpose text not null,
        basis text not null check (basis in ('consent', 'statutoryDuty', 'vitalInterest')),
        statutory boolean not null,
        state text not null,
        escalation integer not null default 0,
        from_body_id uuid not null references bodies,
        to_body_id uuid not null references bodies,
        sent_at timestamptz not null,
        changed_at timestamptz not null
      );
      create unique index handoffs_one_pending on handoffs (case_id, to_body_id, purpose)
        where state in ('sent', 'received');
      create index on handoffs (to_body_id, state);
      create index on handoffs (from_body_id, state);
      create index on handoffs (case_id);

      create table tasks (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references cases deferrable initially deferred,
        procedure_id uuid not null,
        body_id uuid not null references bodies,
        code text not null,
        opened_at timestamptz not null,
        closed_at timestamptz
      );
      create index on tasks (body_id) where closed_at is null;
      create index on tasks (case_id);

      create table notifications (
        id uuid primary key default gen_random_uuid(),
        body_id uuid not null references bodies,
        case_id uuid not null,
        procedure_id uuid not null,
        template text not null,
        handoff_id uuid,
        created_at timestamptz not null,
        read_at timestamptz
      );
      create index on notifications (body_id, created_at);

      create table outbox_messages (
        id uuid primary key default gen_random_uuid(),
        queue text not null check (queue in ('deadlines', 'handoffs', 'notifications', 'maintenance')),
        name text not null,
        payload jsonb not null,
        created_at timestamptz not null default clock_timestamp(),
        available_at timestamptz not null default clock_timestamp(),
        dispatched_at timestamptz,
        done_at timestamptz,
        attempts integer not null default 0
      );
      create index outbox_open on outbox_messages (available_at) where done_at is null;
      comment on table outbox_messages is 'Ids and codes only. At least once; every consumer keeps a receipt by message id.';

      create table indicator_assessments (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references cases deferrable initially deferred,
        procedure_id uuid not null,
        catalogue text not null,
        policy text not null,
        observed text[] not null,
        result jsonb not null,
        assessed_at timestamptz not null,
        assessed_by uuid
      );
      create index on indicator_assessments (case_id);

      create table review_samples (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references cases deferrable initially deferred,
        reason text not null,
        sampled_at timestamptz not null,
        reviewed_at timestamptz,
        reviewed_by uuid references accounts
      );

      create table checkpoints (
        case_id uuid not null,
        seq integer not null,
        hash text not null,
        at timestamptz not null,
        signature text not null,
        primary key (case_id, seq)
      );
      comment on table checkpoints is 'Signed heads; copies are kept outside the database.';

      create function case_by_number(wanted text) returns uuid language sql stable security definer
        set search_path = public as $$ select id from cases where number = wanted $$;
      create function case_is_sampled(wanted uuid) returns boolean language sql stable security definer
        set search_path = public as $$ select exists (select 1 from review_samples where case_id = wanted) $$;
      revoke execute on function case_by_number(text), case_is_sampled(uuid) from public;
      grant execute on function case_by_number(text), case_is_sampled(uuid) to nrm_runtime;

      ${[
        { table: 'cases', column: 'id' },
        { table: 'procedure_instances' },
        { table: 'timeline_entries' },
        { table: 'case_links' },
        { table: 'deadlines' },
        { table: 'reminders' },
        { table: 'handoffs' },
        { table: 'tasks' },
        { table: 'indicator_assessments' },
      ]
        .map(casePolicy)
        .join('\n')}

      alter table notifications enable row level security;
      create policy notifications_own on notifications for select to nrm_runtime
        using (body_id = nullif(current_setting('app.body_id', true), '')::uuid);
      create policy notifications_read on notifications for update to nrm_runtime
        using (body_id = nullif(current_setting('app.body_id', true), '')::uuid);
      create policy notifications_added on notifications for insert to nrm_runtime with check (true);
      create policy notifications_swept on notifications to nrm_sweep using (true) with check (true);
      create policy notifications_relayed on notifications to nrm_relay using (true) with check (true);

      grant usage on sequence case_numbers to nrm_runtime;
      grant select, insert, update on cases, procedure_instances, deadlines, reminders, handoffs, tasks, notifications
        to nrm_runtime, nrm_sweep;
      grant select, insert on timeline_entries, case_links, indicator_assessments to nrm_runtime, nrm_sweep;
      grant select, insert on command_receipts, checkpoints to nrm_runtime;
      grant select, insert on checkpoints to nrm_sweep;
      grant select, insert, update on review_samples to nrm_runtime, nrm_sweep;
      grant insert on outbox_messages to nrm_runtime, nrm_sweep;
      grant select on outbox_messages to nrm_runtime, nrm_sweep;
      grant select, insert, update, delete on outbox_messages to nrm_relay;
      grant select on notifications to nrm_relay;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function case_by_number(text), case_is_sampled(uuid);
      drop table checkpoints, review_samples, indicator_assessments, outbox_messages, notifications, tasks, handoffs,
        reminders, deadlines, case_links, command_receipts, timeline_entries, procedure_instances, cases;
      drop sequence case_numbers;
    `);
  }
}
