export { Asked, CaseId, Here, IdParam, PageController, Reader } from './decorators.js';
export { type KeptForm, KeptForms } from './kept-forms.js';
export { OpenToAll } from './open-to-all.js';
export { Page, type PageContext, type PageRequest, SeeOther } from './page.js';
export { PageContexts } from './page-contexts.js';
export { ShowsAgain } from './shows-again.js';
