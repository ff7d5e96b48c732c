export { type Act, acts, actStatement } from './act-records.js';
export { AccessModule, AccessWorkerModule } from './access.module.js';
export { accountNames } from './account-names.js';
export { type Access, type AccessRecord, AccessRecords } from './access-records.js';
export {
  closingReasons,
  closingReasonsOfSystems,
  type ClosingReason,
  longestTokenDays,
  rolesOfSystems,
  UnfitRole,
  usernamePattern,
} from './account-terms.js';
export { type Account, AccountsService, type NewAccount } from './accounts.service.js';
export { type AdministrativeAct, AdministrativeActs } from './administrative-acts.js';
export { BodiesService } from './bodies.service.js';
export {
  type BreakGlass,
  breakGlassHours,
  type BreakGlassRequest,
  BreakGlassService,
  type GrantToReview,
} from './break-glass.service.js';
export {
  credentialsOf,
  csrfFits,
  endedSessionCookie,
  sessionCookie,
  sessionCookieName,
} from './credentials.js';
export { addFirstAdministrator, type FirstAdministrator } from './first-administrator.js';
export { type Grant, type Ground, Grounds } from './grounds.js';
export { actingAs, type Identity } from './identity.js';
export { checkpointPurpose, InstallationKeys } from './installation-keys.js';
export { LastAdministrator } from './last-administrator.js';
export { knowsProcedure, mayKnowProcedure, mayOpen, needToKnow } from './need-to-know.js';
export type { KnowledgeLevel } from './need-to-know.schema.js';
export {
  endParticipationStatement,
  keepParticipationStatement,
  participateStatement,
} from './participations.js';
export { RateLimit, TooManyTries } from './rate-limit.js';
export { demoAccounts, type DemoUsername } from './seed/demo-accounts.js';
export { demoBodies, type DemoBodyCode } from './seed/demo-bodies.js';
export { demoAccountId, demoBodyId, seedDemoAccounts } from './seed/seed-demo-accounts.js';
export { seedDemoSystem } from './seed/seed-demo-system.js';
export { type SignIn, type SignInRequest, SessionsService } from './sessions.service.js';
export type { Token } from './token-rows.js';
export { NameOfOfficer } from './system-accounts.js';
export { NoSuchBody, TokensService } from './tokens.service.js';
export { type BodyShown, isRestricted, Veil } from './veil.js';
export { Veils } from './veils.js';
