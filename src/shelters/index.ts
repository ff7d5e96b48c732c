export { type AddressReading, HouseAddresses } from './addresses.js';
export { SheltersModule, SheltersWorkerModule } from './shelters.module.js';
export { HousesService, type HouseData, type NewRoom } from './houses.service.js';
