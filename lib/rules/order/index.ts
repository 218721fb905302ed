export { orderCheck, type OrderCheck } from './order-check'
export type { OrderSide } from './order-side'
