export * from './procedure.js';
export { chart, startDeadline, stopDeadline } from './machine.js';
export { notYetBuilt, procedures } from './registry.js';
export { decidesOnProposal } from './deciding.js';
export { notYetReached } from './not-yet-reached.js';
export { readTerms, terms } from './terms.js';
export { duties, dutyToNotify, type Duty } from './duties.js';
export { reasons } from './reason-words.js';
export { reasonWords, type ReasonCode } from './reasons.js';
export { noticeLabels, taskLabels, type NoticeCode, type TaskCode } from './notices.js';
export { onlyWhere } from './read-by.js';
export { measureOfNgoHouses } from './links.js';
export { purposes, purposeOf, type HandoffKind, type Purpose, type PurposeName } from './purposes.js';
export { isLate, LATE_AFTER_HOURS, timeRules } from './rules/index.js';
export { childStatuses, floorOf, isChild, type Floor } from './circumstances.js';
export {
  leavingNoHouse,
  freeFor,
  needsAt,
  suitingFirst,
  unsuitable,
  unsuitableBed,
  type Need,
  type Needs,
  type OfferUnsuitable,
  type Unsuitable,
} from './suitability.js';
export { needsWords, needWords, notSuitedWords, unsuitableWords } from './suitability-words.js';
