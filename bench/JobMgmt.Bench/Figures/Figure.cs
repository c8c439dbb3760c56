namespace JobMgmt.Bench.Figures;

/// <summary>Something that is measured.</summary>
/// <param name="Name">Its row.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="HigherIsBetter">Whether more is better.</param>
/// <param name="Target">What it is to reach; null where it is shown for itself.</param>
internal sealed record Figure(string Name, string Unit, bool HigherIsBetter, double? Target)
{
    public static Figure Lower(string name, string unit, double? target) => new(name, unit, false, target);

    public static Figure Higher(string name, string unit, double? target) => new(name, unit, true, target);

    public bool Meets(double value) => Target is not { } target || (HigherIsBetter ? value >= target : value <= target);
}
