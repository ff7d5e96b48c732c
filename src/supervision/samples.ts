import type { EffectWriter } from '../cases/index.js';

/** A case drawn for review. The same reason is not drawn twice while its review is open. */
export const sampleForReview: EffectWriter<'sampleForReview'> = ({ reason }, { caseId, now }) => [
  {
    name: 'case_sampled',
    text: `insert into review_samples (case_id, reason, sampled_at)
           select $1, $2, $3::timestamptz
           where not exists (select 1 from review_samples where case_id = $1 and reason = $2 and reviewed_at is null)`,
    values: [caseId, reason, now],
  },
];
