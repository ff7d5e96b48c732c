export { SheltersModule } from './shelters.module.js';
export { HousesService, type HouseData, type NewRoom } from './houses.service.js';
