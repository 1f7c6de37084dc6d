/** Where the doors of orders lead. */

export async function toNewOrder({ customerId, orderId }: { customerId: string; orderId: string }) {
  return { redirectTo: `/customers/${customerId}/orders/${orderId}?notice=order_placed` }
}

export async function toSubscriptions({ customerId }: { customerId: string }) {
  return { redirectTo: `/customers/${customerId}` }
}

export async function toCart({ customerId }: { customerId: string }) {
  return { redirectTo: `/customers/${customerId}/cart` }
}
