import type { EffectWriter } from '../cases/index.js';
import { assessed, codeIn } from './assessment.js';
import type { IndicatorCatalogues } from './catalogues.js';

/** Keeps a scoring with its explanation: what was seen, by which list and policy, and what came of it. */
export const recordAssessment =
  (catalogues: IndicatorCatalogues): EffectWriter<'recordAssessment'> =>
  ({ procedureId, fields }, { caseId, now, happenedAt, actorId }) => {
    const result = assessed(catalogues, fields, codeIn(fields, 'ageStatus') || 'assumedAdult', happenedAt);
    return [
      {
        name: 'assessment_recorded',
        text: `insert into indicator_assessments
                 (case_id, procedure_id, catalogue, policy, observed, result, assessed_at, assessed_by)
               values ($1, $2, $3, $4, $5, $6::jsonb, $7::timestamptz, $8)`,
        values: [
          caseId,
          procedureId,
          result.catalogue,
          result.policy,
          fields['observed'],
          JSON.stringify(result),
          now,
          actorId,
        ],
      },
    ];
  };
