export { orderCheck, type OrderCheck, type OrderQuestion, type OrderRemark } from './order-check'
export type { OrderSide } from './order-side'
