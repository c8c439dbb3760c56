using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Tests.Testing;

namespace JobMgmt.Networks.Tests.Definitions;

public sealed class NestedFitTests
{
    [Theory]
    [InlineData("day", null)]
    [InlineData("day zone", null)]
    [InlineData("day nix", "job 'in' (Jobs[1].Parameter): The network 'inner' has no parameter 'nix'. It has 'day', 'zone'.")]
    [InlineData("zone", "job 'in' (Jobs[1].Parameter): The network 'inner' has to be given the parameter 'day'. Give it:")]
    [InlineData("", "job 'in' (Jobs[1].Parameter): The network 'inner' has to be given the parameter 'day'. Give it:")]
    public void Parameters_AreThoseOfTheNetwork(string given, string? expected)
    {
        var inner = new JobNetwork { Name = "inner", Parameter = new Dictionary<string, string?> { ["day"] = null, ["zone"] = "UTC" }, Jobs = [Samples.Job("x", "true")] };
        var parameters = given.Length == 0 ? null : given.Split(' ').ToDictionary(name => name, _ => "{% run.Name %}");
        var found = NestedFit.Find(Outer("in", "inner") with { Jobs = [Samples.Job("a", "true"), new JobDefinition { Name = "in", Network = "inner", Parameter = parameters }] }, name => name == "inner" ? inner : null);
        if (expected is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.StartsWith(expected, Assert.Single(found).Fault.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("M", 1, "low")]
    [InlineData("M", 2, null)] // one is left for it
    [InlineData("N", 1, null)]
    public void ALock_IsNotWaitedForInside(string name, int slots, string? waiter)
    {
        var networks = new[]
        {
            Outer("middle", "inner"),
            new JobNetwork { Name = "inner", Jobs = [Samples.Job("free", "true"), Samples.Job("low", "true") with { Lock = name, Slots = slots }] },
        }.ToDictionary(network => network.Name);
        var outer = new JobNetwork { Name = "top", Jobs = [new JobDefinition { Name = "go", Network = "middle", Lock = "M", Slots = 5 }] };

        var found = NestedFit.Find(outer, name => networks.GetValueOrDefault(name));

        Assert.Equal(waiter is null ? [] : [$"Jobs[0].Lock: 'in/{waiter}'"], found.Where(one => one.IsLock).Select(one => $"{one.Fault.Place}: '{one.Fault.Message.Split('\'')[5]}'"));
    }

    [Fact]
    public void WhatIsNotKnown_AndACircle_AreNotItsMatter()
    {
        var outer = new JobNetwork { Name = "a", Jobs = [new JobDefinition { Name = "x", Network = "b", Lock = "M" }, new JobDefinition { Name = "y", Network = "unknown", Lock = "M" }] };
        var other = new JobNetwork { Name = "b", Jobs = [new JobDefinition { Name = "z", Network = "a" }] };
        Assert.Empty(NestedFit.Find(outer, name => name == "a" ? outer : name == "b" ? other : null));
    }

    private static JobNetwork Outer(string name, string nested) => new() { Name = name, Jobs = [new JobDefinition { Name = "in", Network = nested }] };
}
