namespace JobMgmt.Networks.Graphs;

/// <summary>
/// The state transitions of a network's run in which every job succeeds at once: what Step Functions bills of it, besides those within RunJob. A job takes two of them, a
/// parallel state one and one more for each branch, a gate three and each wait at it one, or two where the gate is open already.
/// </summary>
/// <param name="Least">Where every wait begins before its gate opens.</param>
/// <param name="Most">Where every wait begins after.</param>
public sealed record PlanCost(int Least, int Most)
{
    // Read input; did every job succeed; succeeded.
    private const int Frame = 3;

    /// <summary>The cost of a plan.</summary>
    public static PlanCost Of(NetworkPlan plan)
    {
        var waits = 0;
        var transitions = Frame + Count(plan.Root, ref waits);
        return new PlanCost(transitions + waits, transitions + (2 * waits));
    }

    private static int Count(PlanStep step, ref int waits)
    {
        switch (step)
        {
            case JobStep:
                return 2;
            case OpenGateStep:
                return 3; // making it, opening it, and its own
            case WaitGateStep:
                waits++;
                return 0;
            default:
                var parallel = step as ParallelStep;
                var sum = parallel is null ? 0 : 1 + parallel.Branches.Count;
                foreach (var part in parallel?.Branches ?? ((SequenceStep)step).Steps)
                {
                    sum += Count(part, ref waits);
                }

                return sum;
        }
    }
}
