export { orderCheck, type OrderCheck, type OrderQuestion, type OrderRemark } from './order-check'
export type { OrderFacts } from '../facts/facts'
export type { OrderSide } from './order-side'
