export { ChildRecord } from './child-record.js';
export { Children, type ChildItem, type ComingOfAge, type VisitDue } from './children.js';
export { GuardianshipModule } from './guardianship.module.js';
export { Referrals, type Referral } from './referrals.js';
