import { words, supportRoles, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { legal } from '../../legal.js';
import { identificationRules } from '../../links.js';
import { attemptsNamed, byPerson, noConflict, reasonsPerDimension } from '../../rules/index.js';
import * as then from '../consequences.js';
import * as rule from '../rules.js';
import * as data from '../schemas.js';
import { decisionMade, firstLine, legalBasis, plain } from './shared.js';

export const reconsideration = {
  informOfDecision: {
    ...plain,
    label: words('Qərar barədə məlumat vermək', 'Inform of the decision'),
    past: words('Şəxsə qərar barədə məlumat verilməsi qeyd edildi', 'Informing of the decision recorded'),
    by: firstLine,
    schema: data.informOfDecisionData,
    rules: [byPerson, attemptsNamed],
    then: then.told,
  },
  requestReconsideration: {
    ...plain,
    label: words('Yenidən baxılmasını istəmək', 'Request reconsideration'),
    past: words('Qərara yenidən baxılması istənildi', 'Reconsideration requested'),
    by: [...firstLine, 'ombudsman'],
    schema: data.requestReconsiderationData,
    rules: [byPerson, rule.windowOpen],
    then: then.reconsiderationRequested,
  },
  recordOpinion: {
    ...plain,
    label: words('Rəy bildirmək', 'Give an opinion'),
    past: words('Başqa sektorun rəyi qeyd edildi', 'Opinion of the other sector recorded'),
    by: [
      ...supportRoles,
      'guardianshipOfficer',
      'healthWorker',
      'lawyer',
      'consularOfficer',
      'commissionMember',
    ],
    schema: data.recordOpinionData,
    rules: [rule.tookNoPart, rule.otherSector, noConflict],
  },
  decideReconsideration: {
    ...plain,
    label: words('Yenidən qərar vermək', 'Decide the reconsideration'),
    past: words('Yenidən baxılma üzrə qərar qəbul edildi', 'Reconsideration decided'),
    by: ['reviewer'],
    schema: data.decisionData,
    rules: [
      rule.tookNoPart,
      rule.opinionOfOtherSector,
      noConflict,
      rule.negativeAfterFloor,
      reasonsPerDimension,
    ],
    links: [decisionMade, identificationRules],
    legalBasis: [...legalBasis, legal.reflection],
    then: then.reconsidered,
  },
} satisfies Record<string, CommandSpec<PlanLink>>;
