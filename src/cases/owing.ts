/**
 * SQL: whose desk the clock `d` lies on where its procedure `p` keeps that; null where the owner of the case answers. Its
 * own colleagues confirm a decision of the Main Department, the review unit reads it again.
 */
export const clockDesk = `case
  when d.procedure = 'guardianship' then p.context->>'bodyId'
  when d.procedure = 'identification' and d.name = 'secondOfficer' and p.state = 'decisionProposed' then p.context->>'proposedByBody'
  when d.procedure = 'identification' and d.name = 'reconsideration' then
    (select unit.id::text from bodies unit where unit.kind = 'reviewUnit' and unit.active order by unit.code limit 1)
  end`;
