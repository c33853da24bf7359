-- Simulations tell what was cancelled or not promised apart from what was kept. Those from before counted it as kept and are thrown
-- away: they are made again by a press.
delete from fettle.sla_simulations;
