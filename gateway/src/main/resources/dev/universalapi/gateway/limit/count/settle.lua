-- Ends units of what a call, or calls that were let in ahead, hold: used, or free again. What is told is the sum so far,
-- so the same twice, or an older one after a newer, changes nothing. Later than its lease it counts.
-- KEYS  counts, leases   ARGV  member, units that ended, units that were used, when counts are forgotten (ms)
-- answer: 0 ended before, 1 in time, 2 after its lease; how many more are used; then used, of each of its quotas
local counts, leases, member = KEYS[1], KEYS[2], ARGV[1]
local kept, late = member, false
if not redis.call('ZSCORE', leases, member) then
  kept, late = '~' .. member, true
  if not redis.call('ZSCORE', leases, kept) then return { 0, 0 } end
end
local units_of = 'n/' .. string.match(member, '^[^|]*')
local all, ended, used = string.match(redis.call('HGET', counts, units_of) or '1 0 0', '(%d+) (%d+) (%d+)')
local more, spent = math.max(0, ARGV[2] - ended), math.max(0, ARGV[3] - used)
ended, used = ended + more, used + spent
if ended >= tonumber(all) then
  redis.call('ZREM', leases, kept)
  redis.call('HDEL', counts, units_of)
else
  redis.call('HSET', counts, units_of, all .. ' ' .. ended .. ' ' .. used)
end
local answer = { late and 2 or 1, spent }
for field in string.gmatch(string.match(member, '|(.*)'), '[^|]+') do
  if not late then redis.call('HINCRBY', counts, 'h/' .. field, -more) end
  table.insert(answer, redis.call('HINCRBY', counts, 'u/' .. field, spent))
end
redis.call('PEXPIREAT', counts, ARGV[4])
return answer
