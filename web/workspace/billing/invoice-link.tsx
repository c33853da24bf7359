import { Link } from '@tanstack/react-router';

/** An invoice or credit by its number. */
export const InvoiceLink = ({ id, number }: { id: string; number: string }) => (
  <Link to="/billing/invoices/$id" params={{ id }}>
    {number}
  </Link>
);
