using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Interpreter.Positions;

/// <summary>The branches of a Parallel state or the iterations of a Map state.</summary>
internal sealed class ChildrenPosition
{
    public ChildrenPosition(int count)
    {
        Branches = new BranchPosition?[count];
        Outputs = new JsonValue?[count];
    }

    /// <summary>Those that run, by index; null for those that wait to start or have ended.</summary>
    public BranchPosition?[] Branches { get; }

    /// <summary>The outputs of those that have ended well.</summary>
    public JsonValue?[] Outputs { get; }

    /// <summary>The first index that has not started.</summary>
    public int NextIndex { get; set; }

    /// <summary>How many have ended well.</summary>
    public int Succeeded { get; set; }

    /// <summary>A Map's items.</summary>
    public JsonArray? Items { get; set; }

    /// <summary>Whether the items are stored: an expression made them, and might make others the next time. Others follow from the state's input.</summary>
    public bool KeepsItems { get; init; }

    public ChildrenPosition Clone(Func<BranchPosition, BranchPosition> cloneBranch)
    {
        var copy = new ChildrenPosition(Branches.Length) { NextIndex = NextIndex, Succeeded = Succeeded, Items = Items, KeepsItems = KeepsItems };
        Outputs.CopyTo(copy.Outputs, 0);
        for (var i = 0; i < Branches.Length; i++)
        {
            copy.Branches[i] = Branches[i] is { } branch ? cloneBranch(branch) : null;
        }

        return copy;
    }
}
