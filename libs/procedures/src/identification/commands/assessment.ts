import { words, supportRoles, type CommandSpec } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { legal } from '../../legal.js';
import { identificationRules, oneSystem } from '../../links.js';
import {
  byPerson,
  mainDepartmentOnly,
  noConflict,
  notRunsShelter,
  proposerOnly,
  reasonsPerDimension,
  secondPerson,
  childRepresented,
  withRepresentative,
} from '../../rules/index.js';
import * as then from '../consequences.js';
import * as rule from '../rules.js';
import * as data from '../schemas.js';
import { decisionMade, legalBasis, plain } from './shared.js';

const mainDepartmentDecides = [mainDepartmentOnly, noConflict, notRunsShelter] as const;

export const assessment = {
  beginAssessment: {
    ...plain,
    label: words('Qiymətləndirməyə başlamaq', 'Begin the assessment'),
    past: words('Qiymətləndirmə başladı', 'Assessment began'),
    by: ['investigator'],
    schema: data.beginAssessmentData,
    rules: mainDepartmentDecides,
  },
  inviteParticipant: {
    ...plain,
    label: words('İştirakçı dəvət etmək', 'Invite a participant'),
    past: words('Qiymətləndirməyə iştirakçı dəvət edildi', 'Participant invited to the assessment'),
    by: ['investigator', 'reviewer'],
    schema: data.inviteParticipantData,
    rules: [rule.knownParticipant],
    links: [identificationRules, oneSystem],
    then: then.participantInvited,
  },
  recordInterview: {
    ...plain,
    label: words('Müsahibəni qeyd etmək', 'Record an interview'),
    past: words('Müsahibə qeyd edildi', 'Interview recorded'),
    by: [...supportRoles, 'investigator', 'lawyer', 'guardianshipOfficer', 'consularOfficer'],
    schema: data.recordInterviewData,
    rules: [childRepresented, withRepresentative, rule.interpreted],
    legalBasis: [...legalBasis, legal.unaccompaniedChild],
  },
  proposeDecision: {
    ...plain,
    label: words('Qərar təklif etmək', 'Propose a decision'),
    past: words('Qərar təklif edildi', 'Decision proposed'),
    by: ['investigator'],
    schema: data.decisionData,
    rules: [...mainDepartmentDecides, rule.negativeAfterFloor, reasonsPerDimension],
    legalBasis: [...legalBasis, legal.reflection],
    then: then.decisionProposed,
  },
  withdrawProposal: {
    ...plain,
    label: words('Təklifi geri götürmək', 'Withdraw the proposal'),
    past: words('Qərar təklifi geri götürüldü', 'Proposal withdrawn'),
    by: ['investigator'],
    schema: data.confirmData,
    rules: [proposerOnly],
  },
  returnDecision: {
    ...plain,
    label: words('Təklifi qaytarmaq', 'Return the proposal'),
    past: words('Qərar təklifi qaytarıldı', 'Proposed decision returned'),
    by: ['investigator'],
    schema: data.returnData,
    rules: [mainDepartmentOnly, secondPerson],
    then: then.decisionReturned,
  },
  confirmDecision: {
    ...plain,
    label: words('Qərarı təsdiq etmək', 'Confirm the decision'),
    past: words('Müəyyənetmə üzrə qərar qəbul edildi', 'Identification decided'),
    by: ['investigator'],
    schema: data.confirmData,
    rules: [...mainDepartmentDecides, secondPerson, rule.negativeAfterFloor],
    links: [decisionMade, identificationRules],
    legalBasis: [...legalBasis, legal.reflection],
    then: then.decided,
  },
  recordExternalDecision: {
    ...plain,
    label: words('Kənar qərarı qeyd etmək', 'Record an external decision'),
    past: words('Kənar orqanın qərarı qeyd edildi', 'Decision of another authority recorded'),
    by: ['investigator', 'prosecutor', 'lawyer', 'consularOfficer'],
    schema: data.recordExternalDecisionData,
    rules: [byPerson],
    links: [
      {
        ...decisionMade,
        when: ({ to, data: given }) => to === 'identified' && given['outcome'] === 'recognised',
      },
      identificationRules,
    ],
    then: then.recognised,
  },
} satisfies Record<string, CommandSpec<PlanLink>>;
