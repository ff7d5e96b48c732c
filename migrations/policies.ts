/** Tables whose rows belong to a case, with the column that names it. */
type CaseTable = { table: string; column?: string };

/**
 * Row-level security of one table of a case: seen by a body that takes part, by a supervisor whose body ever took
 * part, by the Coordinator, and by who has shown another ground for this one case (`app.case_id`: break-glass, a
 * return code, a sample). The sweep sees all; it is no person. New rows are free: a step may tell another body.
 */
export function casePolicy({ table, column = 'case_id' }: CaseTable): string {
  const knows = `(
    exists (
      select 1 from participations p
      where p.case_id = ${table}.${column}
        and p.body_id = nullif(current_setting('app.body_id', true), '')::uuid
        and (p.ended_at is null or current_setting('app.role', true) = 'supervisor')
    )
    or current_setting('app.role', true) = 'coordinator'
    or ${table}.${column} = nullif(current_setting('app.case_id', true), '')::uuid
  )`;
  return `
    alter table ${table} enable row level security;
    create policy ${table}_known on ${table} for select to nrm_runtime using ${knows};
    create policy ${table}_changed on ${table} for update to nrm_runtime using ${knows} with check (true);
    create policy ${table}_added on ${table} for insert to nrm_runtime with check (true);
    create policy ${table}_removed on ${table} for delete to nrm_runtime using ${knows};
    create policy ${table}_swept on ${table} to nrm_sweep using (true) with check (true);
  `;
}

/**
 * Row-level security of what the vault keeps: never an overseer nor the administrator, never a preview. `unless`
 * narrows it further. Rows are added freely and removed only by `shred_compartments`.
 */
export function vaultPolicy({ table, unless = 'false' }: { table: string; unless?: string }): string {
  return `
    alter table ${table} enable row level security;
    create policy ${table}_known on ${table} for select to nrm_runtime using (
      current_setting('app.role', true) not in ('supervisor', 'coordinator', 'ombudsman', 'administrator')
      and (
        exists (
          select 1 from participations p
          where p.case_id = ${table}.case_id
            and p.body_id = nullif(current_setting('app.body_id', true), '')::uuid
            and p.ended_at is null and p.level <> 'preview'
        )
        or ${table}.case_id = nullif(current_setting('app.case_id', true), '')::uuid
      )
      and not (${unless})
    );
    create policy ${table}_added on ${table} for insert to nrm_runtime with check (true);
    create policy ${table}_swept on ${table} to nrm_sweep using (true) with check (true);
  `;
}
