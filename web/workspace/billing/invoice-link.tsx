import { Link } from '@tanstack/react-router';
import './billing.css';

/** An invoice or credit by its number. */
export const InvoiceLink = ({ id, number }: { id: string; number: string }) => (
  <Link className="f-invoice-number" to="/billing/invoices/$id" params={{ id }}>
    {number}
  </Link>
);
