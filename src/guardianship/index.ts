export { ChildRecord } from './child-record.js';
export { Children } from './children.js';
export { GuardianshipModule } from './guardianship.module.js';
