/** Where the doors of orders lead. */

export async function toNewOrder({ customerId, orderId }: { customerId: string; orderId: string }) {
  return { redirectTo: `/customers/${customerId}/orders/${orderId}?notice=order_placed` }
}

export async function toSubscriptions({ customerId }: { customerId: string }) {
  return { redirectTo: `/customers/${customerId}` }
}

/** The subscription again, which says what has been done with it. */
export async function toChangedSeats({ customerId, subscriptionId }: { customerId: string; subscriptionId: string }) {
  return { redirectTo: `/customers/${customerId}/subscriptions/${subscriptionId}?notice=seats_changed` }
}

export async function toCart({ customerId }: { customerId: string }) {
  return { redirectTo: `/customers/${customerId}/cart` }
}
